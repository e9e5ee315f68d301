import { thing } from '#platform/thing.ts';
export const Bad = () => <p>{thing}</p>;
