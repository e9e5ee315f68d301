import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OperatorError } from '#platform/operatorError.ts';
import type { TablePackage } from '../../store/standardTables.ts';

/**
 * The definition of tables that ships with the standard. Where a table lacks its fields (`unit` and `service_capacity` of the
 * state before the release of 3.1), they are taken from the schema of the object.
 * @param schemas the folder `schema/` of the specification
 */
export function readStandardPackage(schemas: string): TablePackage {
  if (!existsSync(schemas)) throw new OperatorError(`There is no folder "${schemas}".`);
  const file = join(dirname(schemas.replace(/\/+$/, '')), 'examples/csv/datapackage.json');
  if (!existsSync(file)) throw new OperatorError(`There is no definition of tables at "${file}".`);
  const given = JSON.parse(readFileSync(file, 'utf8')) as TablePackage;
  return {
    resources: given.resources.map((resource) => {
      if (resource.schema.fields.some((field) => field.name === 'id')) return resource;
      const object = JSON.parse(readFileSync(join(schemas, `${resource.name}.json`), 'utf8')) as {
        required: string[];
        properties: Record<string, { type?: string; format?: string }>;
      };
      const fields = Object.entries(object.properties).flatMap(([name, { type, format }]) =>
        type === 'string' || type === 'number'
          ? [
              {
                name,
                type,
                ...(format !== undefined && { format }),
                constraints: { required: object.required.includes(name), unique: name === 'id' },
              },
            ]
          : [],
      );
      return { ...resource, schema: { ...resource.schema, fields } };
    }),
  };
}
