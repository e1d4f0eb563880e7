/** Who can settle what without whom. */
export type GroupFindings = Record<string, never>;
