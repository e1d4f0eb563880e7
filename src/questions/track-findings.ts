/** What the tracks of a case allow, alone and together. */
export type TrackFindings = Record<string, never>;
