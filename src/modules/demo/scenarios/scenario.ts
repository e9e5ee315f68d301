import type { Acts } from '../telling/story.ts';

/** One case from its beginning to where it stands today. */
export interface Scenario {
  /** Told once in each centre under this name; never renamed. */
  readonly name: string;
  /** How many days ago it began: older cases get lower numbers. */
  readonly began: number;
  /** The story is about the centre: no case comes of it. */
  readonly isOfCentre?: true;
  /** Told in the first demonstration centre alone: the others have fewer cases, though in every state too. */
  readonly isOfFirstCentre?: true;
  tell(on: (daysAgo: number) => Acts): Promise<void>;
}
