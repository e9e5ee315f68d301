/** What one field of a card says. */
export type FieldValue = string | number | null | readonly (string | number)[];
/** Fields of a card by their names; one that is absent is not told. */
export type Fields = Readonly<Record<string, FieldValue | undefined>>;

/** A published text, as it can never change. */
export interface Edition<Name extends string = string> {
  readonly number: number;
  /** Fields that are common; the others only give a new service its first text. */
  readonly governed: readonly Name[];
  readonly fields: Fields;
}

/** Fields whose values are sets: the order in which they came says nothing. */
const unordered: readonly string[] = ['targetGroups', 'modes'];

/** Fields that have consequences for people, so somebody always decides: the rule follows from a resolution of the gmina. */
const decidedByPeople: readonly string[] = ['rule'];

/** Whether a field says nothing: then there is nothing to inherit. */
export const isEmpty = (value: FieldValue | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** A field as it is compared and hashed; one that says nothing is null. */
export function comparable(name: string, value: FieldValue | undefined): FieldValue {
  if (value === undefined || isEmpty(value)) return null;
  return Array.isArray(value) && unordered.includes(name) ? value.map(String).toSorted() : value;
}
export const saysSame = (name: string, one: FieldValue | undefined, other: FieldValue | undefined): boolean =>
  JSON.stringify(comparable(name, one)) === JSON.stringify(comparable(name, other));

/** Fields that a card inherits from an edition: the governed ones that the centre has not made its own. */
export const inheritedNames = <Name extends string>(edition: Edition<Name>, detached: readonly Name[]): readonly Name[] =>
  edition.governed.filter((name) => !detached.includes(name));

/** Inherited fields whose text in the card is not that of the edition: what adopting the edition would change. */
export const driftOf = <Name extends string>(edition: Edition<Name>, detached: readonly Name[], card: Fields): readonly Name[] =>
  inheritedNames(edition, detached).filter((name) => !saysSame(name, card[name], edition.fields[name]));

/**
 * What the texts alone tell of a newer edition, for services that have the one before, follow by themselves and are in step: all take
 * it; some ask, because what becomes common may meet a centre's own text; or those ask that inherit a field about which people decide.
 */
export function followingOf(had: Edition, newer: Edition): 'all' | 'some' | 'decided' {
  const isOther = (name: string) => !had.governed.includes(name) || !saysSame(name, had.fields[name], newer.fields[name]);
  if (newer.governed.some((name) => decidedByPeople.includes(name) && isOther(name))) return 'decided';
  return newer.governed.every((name) => had.governed.includes(name)) ? 'all' : 'some';
}

/**
 * Whether a card may take a newer edition without anybody being asked: it is in step with the one that it has, and what
 * becomes common only now was empty or said the same, so nothing of the centre's own is written over. Who may use the
 * service never changes by itself.
 */
export function mayFollow<Name extends string>(had: Edition<Name>, newer: Edition<Name>, detached: readonly Name[], card: Fields): boolean {
  if (driftOf(had, detached, card).length > 0) return false;
  const isNew = (name: Name) => !had.governed.includes(name);
  return driftOf(newer, detached, card).every((name) => !decidedByPeople.includes(name) && (!isNew(name) || isEmpty(card[name])));
}
