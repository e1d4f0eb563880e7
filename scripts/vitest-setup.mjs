import { generate } from './generate.mjs';

/** Before any test: the expression parser from its grammar. An error there fails its own tests. */
export default async function setup() {
  await generate();
}
