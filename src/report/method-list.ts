import { type Block, strong } from './document.js';

const engineWords = {
  cells:
    'Replies were worked out for all outcomes at once, over cells of outcomes that a party can turn into each other.',
  moves:
    'Replies were worked out over single moves: explicit moves or conditions in the case mean that one move need not do what two in a row do.',
  groups:
    'Replies were worked out over single moves of parties and joint moves of groups, and who moved last.',
} as const;

/** What was left aside on purpose needs no line. */
const notAsked = 'was not computed: it was not asked for.';

/** The concept in use with its definition and source, what was taken as given, how replies were found, what was left out. */
export function methodList(
  concept:
    | { readonly name: string; readonly definition: string; readonly source: string }
    | undefined,
  assumptions: readonly string[],
  limits: readonly string[],
  engine: 'cells' | 'moves' | 'groups',
): Block {
  return {
    kind: 'list',
    isOrdered: false,
    items: [
      {
        content: [
          '“Would hold” means stable for every party under ',
          strong(concept?.name ?? ''),
          `: ${concept?.definition} Source: ${concept?.source}.`,
        ],
      },
      ...[
        ...assumptions,
        engineWords[engine],
        ...limits.filter((limit) => !limit.endsWith(notAsked)),
      ].map((text) => ({ content: [text] })),
    ],
  };
}
