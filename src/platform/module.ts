import type { Child } from 'hono/jsx';
import type { Permission } from '#shared/policy.ts';
import type { CentreContext, CentreScope, PageContext } from '#platform/http/context.ts';
import type { Door } from '#platform/http/door.ts';
import type { Language } from '#platform/i18n/index.ts';
import type { World } from '#platform/world.ts';

/** A link of the staff or provider navigation; shown to those whom its permission allows. */
export interface NavigationItem {
  readonly area: 'staff' | 'provider';
  /** Below the centre's address. */
  readonly path: string;
  readonly order: number;
  readonly may: Permission;
  label(lang: Language): string;
  /** How many wait there; asked once for each page of the area. Must be quick. */
  count?(scope: CentreScope): Promise<number>;
}

/**
 * A part of the page of a case that a module contributes. `cases` draws the page and knows none
 * of the modules above it.
 */
export interface CaseSection {
  readonly key: string;
  readonly audience: 'staff' | 'resident';
  readonly order: number;
  readonly may: Permission;
  title(lang: Language): string;
  /** The section's content, or null when there is nothing to show yet. */
  render(c: PageContext, scope: CentreScope, caseId: string): Promise<Child | null>;
}

/** Something a resident can do about one service, offered on its card. */
export interface ServiceAction {
  readonly order: number;
  /** Below the centre's address. */
  path(serviceId: string): string;
  label(lang: Language): string;
  isOffered(scope: CentreScope, serviceId: string): Promise<boolean>;
}

/** A page of one service that a module adds to those that its keepers have of it. */
export interface ServicePage {
  readonly order: number;
  /** What is kept there, where a page of the service points to it. */
  readonly holds?: 'places';
  readonly may: Permission;
  /** Below the centre's address. */
  path(serviceId: string): string;
  label(lang: Language): string;
}

/** A text about services that a module keeps beside their cards, and that several services can share, such as a rule. */
export interface SharedText {
  /** Unlike any name of a field of the card. */
  readonly name: string;
  label(lang: Language): string;
  hint(lang: Language): string;
  /** The text as it is kept, or everything that is wrong with it, in words. */
  read(typed: string): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problems: readonly string[] };
  /** The texts of services by their ids. */
  find(scope: CentreScope, serviceIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Puts a text that `read` gave in force. False when somebody changed it in this moment. */
  write(scope: CentreScope, serviceId: string, text: string): Promise<boolean>;
}

/** Text of a service's card that comes from elsewhere: the editor of the card shows it and does not change it. */
export interface InheritedFields {
  /** Names of fields as the editor of the card has them, and of shared texts. */
  readonly names: readonly string[];
  /** Whose text it is, in the words of the screen. */
  readonly source: string;
  /** What the keeper of the card should know of it besides. */
  readonly notice?: string;
  /** Where a field is made the centre's own, below the centre's address. */
  path(name: string): string;
}

/**
 * What a module adds to the pages on which residents read of services. The pages' modules know none of those above them.
 */
export interface ServiceParts {
  /** Beside the card of a service, under what can be done about it. `hasSessions`: it takes place at known times to come. */
  card?(c: CentreContext, service: NamedService & { readonly hasSessions: boolean }): Child | null;
  /** What search engines read on the card, as JSON-LD; undefined when nothing is published of it. */
  linkedData?(c: CentreContext, serviceId: string): Promise<object | undefined>;
  /** Under a service in a list. A page asks it for every service, so it reads nothing. */
  listed?(c: CentreContext, service: NamedService): Child | null;
  /** Beside the heading of a list of services. */
  list?(c: CentreContext): Child | null;
}
export interface NamedService {
  readonly id: string;
  /** As the page calls it, in the reader's language where it has a name in it. */
  readonly name: string;
}

/** A person as a request or a report described them. */
export interface ToldOfCase {
  readonly name: string | null;
  /** Where they live or can be met. */
  readonly place: string | null;
  readonly phone: string | null;
  /** Whose telephone that is, when it is not theirs: the name of who asked for them. */
  readonly phoneOf: string | null;
}

/** A task that runs outside requests. A thrown error means: try again later. */
export interface Job {
  readonly name: string;
  /** Runs by itself for every centre, in cron notation (UTC). */
  readonly cron?: string;
  /** The event each run writes, in its own transaction; or why it writes none. */
  readonly audit: string | { readonly kind: 'nothing'; readonly because: string };
  run(scope: CentreScope, payload: Readonly<Record<string, unknown>>): Promise<void>;
}

/** Reading all manifests is reading the product. */
export interface Module {
  readonly name: string;
  readonly doors?: readonly Door[];
  readonly navigation?: readonly NavigationItem[];
  readonly caseSections?: readonly CaseSection[];
  readonly serviceActions?: readonly ServiceAction[];
  readonly serviceParts?: ServiceParts;
  readonly servicePages?: readonly ServicePage[];
  readonly sharedTexts?: readonly SharedText[];
  /** Which fields of a card are inherited; one module at most says so of a service. */
  inheritedFields?(scope: CentreScope, serviceId: string): Promise<InheritedFields | null>;
  readonly jobs?: readonly Job[];
  /** Names of all audit events the module writes, with their words for the person concerned. */
  readonly auditEvents?: Readonly<Record<string, { readonly pl: string; readonly en: string; readonly uk: string }>>;
  /**
   * What the module knows about a case that decisions on it need. `cases` merges the answers of all modules by key
   * (each key is one module's), so the platform need not know what they mean; their type is `KnownFacts` of `cases`.
   */
  caseFacts?(scope: CentreScope, caseId: string): Promise<Readonly<Record<string, unknown>>>;
  /**
   * What was said of the people whom these cases are about, by ids of cases, as somebody wrote or told it: nobody has confirmed it.
   * Asked where the record of the person says nothing. One module at most knows.
   */
  toldOfCases?(scope: CentreScope, caseIds: readonly string[]): Promise<ReadonlyMap<string, ToldOfCase>>;
  /**
   * Something has just happened in a case (`CaseEvent` of `cases`), and is written: what follows from it for what the module holds,
   * in the same transaction. A thrown error undoes it.
   */
  caseChanged?(scope: CentreScope, caseId: string, event: unknown): Promise<void>;
  /**
   * A case has just ended: carry out your part of the consequences (`ClosingConsequences` of `cases`), in the same
   * transaction. A thrown error undoes the ending.
   */
  caseClosed?(scope: CentreScope, caseId: string, consequences: unknown): Promise<void>;
  /**
   * Which of these services or providers the module refers to, so that they must not disappear. A module that keeps an id of
   * one in a row of its own tells it here.
   */
  listUsed?(scope: CentreScope, kind: 'service' | 'provider', ids: readonly string[]): Promise<readonly string[]>;
  /**
   * What the module holds of services, in words for those who keep their cards ("3 cases, 1 of them open"), by their ids. Asked where
   * somebody is about to end one.
   */
  tellUses?(scope: CentreScope, serviceIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Called once before the first request; returns what to do at the end. */
  start?(world: World): Promise<void | (() => Promise<void>)>;
}

export type { CentreContext };
