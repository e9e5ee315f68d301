import { describeDocument } from '#platform/documents/describeDocument.ts';
import { summons } from './summons.ts';

describeDocument(summons, []);
