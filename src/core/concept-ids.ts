/** Ids of the concepts that can be in use for a party, as a case file and the command line name them. */
export const conceptIds = ['nash', 'gmr', 'smr', 'seq', 'sseq', 'sim', 'firm'] as const;

/** One of these ids. */
export type PartyConcept = (typeof conceptIds)[number];

/** A concept for each party: `US=nash,RU=seq`, every party named, in the order of the case. */
export type MixtureId = `${string}=${string}`;

/** What can decide what would hold: a concept for all, or a mixture. */
export type HeadlineId = PartyConcept | MixtureId;

/** Who may reply: the other parties one at a time, or also groups of them together. */
export type Replies = 'alone' | 'together';

/** Whether an id stands for a mixture. */
export function isMixture(id: string): id is MixtureId {
  return id.includes('=');
}

/**
 * The id of a mixture: every party with its concept, in the order of the case.
 *
 * @param chosen - concepts by party id; a party left out has the one of the case file, else firm.
 */
export function mixtureOf(
  {
    parties,
  }: {
    readonly parties: readonly {
      readonly id: string;
      readonly concept: PartyConcept | undefined;
    }[];
  },
  chosen: Readonly<Partial<Record<string, PartyConcept>>>,
): MixtureId {
  return parties
    .map(({ id, concept }): MixtureId => {
      const own = Object.hasOwn(chosen, id) ? chosen[id] : undefined;
      return `${id}=${own ?? concept ?? 'firm'}`;
    })
    .join(',') as MixtureId;
}

/** The concept by which one party is judged. @throws RangeError when a mixture gives it none. */
export function conceptFor(id: HeadlineId, party: string): PartyConcept {
  if (!isMixture(id)) return id;
  const chosen = id
    .split(',')
    .map((part) => part.split('='))
    .find(([name]) => name === party)?.[1];
  const concept = conceptIds.find((one) => one === chosen);
  if (!concept) throw new RangeError(`conceptFor: "${id}" gives no concept to ${party}`);
  return concept;
}

/**
 * The one concept by which all these parties are judged, which a mixture may give each of them, too;
 * undefined where they are not judged by the same.
 */
export function conceptForAll(
  id: HeadlineId,
  parties: readonly string[],
): PartyConcept | undefined {
  const [first, ...others] = new Set(parties.map((party) => conceptFor(id, party)));
  return others.length === 0 ? first : undefined;
}
