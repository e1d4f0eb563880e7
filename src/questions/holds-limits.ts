/** Most outcomes whose tables (levels, payoffs, verdicts, steps of every one) are part of an answer: 2^14. */
export const mostTabled = 2 ** 14;

/** Most outcomes that would hold for which every party's reasons are worked out. */
export const mostTold = 1000;

/** Most moves that are looked at for reasons: outcomes told × moves from one of them: 2^19. */
export const mostReasoned = 2 ** 19;

/** Most offers that are listed one by one. */
export const mostOffers = 10_000;

/** Most outcomes of where things go from which offers are looked for, in a case above `mostTabled`. */
export const mostStarts = 16;

/** Most outcomes from which side deals are looked for, in a case above `mostTabled`. */
export const mostDealers = 5;

/** Most side deals that are listed from one outcome. */
export const mostDeals = 1000;

/** Most combinations of moves at one moment that SIM is worked out for: 2^26. */
export const mostCombinations = 2 ** 26;
