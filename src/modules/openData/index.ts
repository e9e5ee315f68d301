export { publishCatalogue } from './usecases/publish.ts';
