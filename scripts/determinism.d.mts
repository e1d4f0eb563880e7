export declare function findIndeterminism(
  file: string,
  text: string,
): readonly { readonly line: number; readonly message: string }[];
