import { type Block, strong } from './document.js';

/** The concept in use with its definition and source, what was taken as given, what was left out. */
export function methodList(
  concept:
    | { readonly name: string; readonly definition: string; readonly source: string }
    | undefined,
  assumptions: readonly string[],
  limits: readonly string[],
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
      ...[...assumptions, ...limits].map((text) => ({ content: [text] })),
    ],
  };
}
