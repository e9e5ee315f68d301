import { staffTexts } from '../../texts/residentTexts.ts';
export const Bad = () => <p>{staffTexts.namespace}</p>;
