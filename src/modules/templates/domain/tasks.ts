/** Tells every centre that may use them that an author's templates changed. */
export const HAND_DOWN = 'templates.handDown';
/** Brings the services of one centre that follow by themselves up to the newest editions. */
export const FOLLOW = 'templates.follow';
/** Counts which services of one centre are in step, for its own lists and for the authors. */
export const COUNT = 'templates.count';
