import { tablesOf, type CentreTx } from '#platform/db/index.ts';

interface DemoTables {
  'demo.told': { centreId: string; story: string; toldAt: Temporal.Instant };
}

/** Names of the stories that the centre of the transaction has been told. */
export async function listTold(tx: CentreTx): Promise<ReadonlySet<string>> {
  const rows = await tablesOf<DemoTables>(tx).selectFrom('demo.told').select('story').execute();
  return new Set(rows.map((row) => row.story));
}

/** Claims a story for the running transaction; false when another one has told it. */
export async function claimStory(tx: CentreTx, story: string, at: Temporal.Instant): Promise<boolean> {
  const claimed = await tablesOf<DemoTables>(tx)
    .insertInto('demo.told')
    .values({ centreId: tx.centreId, story, toldAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('story')
    .executeTakeFirst();
  return claimed !== undefined;
}
