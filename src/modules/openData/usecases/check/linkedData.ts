import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsonld from 'jsonld';
import n3 from 'n3';
import Validator from 'rdf-validate-shacl';
import { OperatorError } from '#platform/operatorError.ts';

// Loaded only where linked data is checked: the libraries come with a development installation.

/** Holds linked data against shapes (SHACL). */
export interface Shapes {
  /** What does not conform, with the node and the property; empty when all does. @param turtle RDF in Turtle or N-Quads */
  faultsOf(turtle: string): Promise<string[]>;
}

const quadsOf = (text: string): n3.Store => new n3.Store(new n3.Parser().parse(text));
const localName = (iri: string) => iri.split(/[#/]/).at(-1) ?? iri;

/** @throws OperatorError when the folder has no shapes of CPSV-AP */
export function readShapes(folder: string): Shapes {
  const file = [join(folder, 'cpsv-ap-SHACL.ttl'), join(folder, 'shacl/cpsv-ap-SHACL.ttl')].find(existsSync);
  if (file === undefined) throw new OperatorError(`There are no shapes cpsv-ap-SHACL.ttl in "${folder}".`);
  const validator = new Validator(quadsOf(readFileSync(file, 'utf8')));
  return {
    async faultsOf(turtle) {
      const report = await validator.validate(quadsOf(turtle));
      return report.results.map((result) => {
        const message = result.message.map((each) => each.value).join('; ');
        return `${result.focusNode?.value ?? '?'} ${localName(result.path?.value ?? '?')}: ${message}`;
      });
    },
  };
}

/** A JSON-LD document with its context inside as N-Quads; nothing is fetched for it. */
export async function quadsOfJsonLd(document: object): Promise<string> {
  const options = {
    format: 'application/n-quads',
    // A term that the context does not know is an error, not left out.
    safe: true,
    documentLoader: async (url: string) => {
      throw new Error(`the document asks for ${url}`);
    },
  } as const;
  return String(await jsonld.toRDF(document as jsonld.JsonLdDocument, options));
}
