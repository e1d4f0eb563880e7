import { z } from 'zod';
import type { Path } from '../../core/diagnostic.js';
import { caseSchema } from './schema.js';

/**
 * The keys that the format knows for the block at a path, in the order of the schema; empty where
 * the block's keys are names of the case.
 */
export function allowedKeysAt(path: Path): readonly string[] {
  let schemas = alternatives(caseSchema);
  for (const step of path) schemas = schemas.flatMap((schema) => inside(schema, step));
  const keys = schemas.flatMap((schema) =>
    schema instanceof z.ZodObject ? Object.keys(schema.shape) : [],
  );
  return [...new Set(keys)];
}

function alternatives(schema: unknown): readonly z.ZodType[] {
  if (schema instanceof z.ZodOptional) return alternatives(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(alternatives);
  if (schema instanceof z.ZodLazy) return alternatives(schema.unwrap());
  return schema instanceof z.ZodType ? [schema] : [];
}

function inside(schema: z.ZodType, step: string | number): readonly z.ZodType[] {
  if (typeof step === 'number') {
    return schema instanceof z.ZodArray ? alternatives(schema.element) : [];
  }
  if (schema instanceof z.ZodObject) return alternatives(schema.shape[step]);
  return schema instanceof z.ZodRecord ? alternatives(schema.valueType) : [];
}
