import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { jsonSchema } from '../../data/json-schema.ts';
import { text, type Values, withValues } from './broken.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));
const published = JSON.parse(readFileSync(`${data}/guide.schema.json`, 'utf8'));
const validate = new Ajv({ allErrors: true }).compile(published);

/** The fields of all objects in a schema, as `session.title` and its schema. */
function* fieldsOf(schema: Record<string, unknown>, name: string): Generator<[string, Record<string, unknown>]> {
  for (const [key, field] of Object.entries((schema.properties ?? {}) as Record<string, Record<string, unknown>>)) {
    yield [`${name}.${key}`, field];
    yield* fieldsOf((field.items as Record<string, unknown>) ?? field, `${name}.${key}`);
  }
}

const definitions = Object.entries(published.definitions as Record<string, Record<string, unknown>>);
const fields = new Map(definitions.flatMap(([name, schema]) => [...fieldsOf(schema, name)]));

describe('the published JSON Schema', () => {
  test('is up to date with data/schema.ts (npm run guide -- schema)', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(jsonSchema())));
  });

  test('contains the length limits, patterns and choices', () => {
    expect(fields.get('session.takeaway')).toMatchObject({ minLength: 1, maxLength: 120 });
    expect(fields.get('session.summary')).toMatchObject({ maxLength: 400 });
    expect(fields.get('session.id')).toMatchObject({ pattern: '^[0-9A-Za-z]{4,6}$' });
    expect(fields.get('session.level')).toMatchObject({ enum: ['beginner', 'intermediate', 'advanced'] });
    expect(fields.get('mentions.strong')).toMatchObject({ maxItems: 12 });
    expect(published.definitions.session.additionalProperties).toBe(false);
    expect(published.definitions.session.required).toContain('why');
    expect(published.definitions.session.required).not.toContain('links');
  });

  test('describes each field whose name is not enough', () => {
    const silent = [...fields].filter(([, { description, items, ...field }]) => {
      return !description && !items && !JSON.stringify(field).includes('$ref');
    });
    const own = /\.id$|^source\./u;
    expect(silent.map(([name]) => name).filter((name) => !own.test(name))).toEqual([]);
    for (const [, schema] of definitions) expect(schema.description).toMatch(/\.$/u);
  });

  const guides = globSync('guides/*.json', { cwd: data });
  test.each(guides)('is referenced by %s, which conforms to it', (file) => {
    const guide = JSON.parse(readFileSync(`${data}/${file}`, 'utf8'));
    expect(guide.$schema).toBe('../guide.schema.json');
    validate(guide);
    expect(validate.errors).toBeNull();
  });

  test.each<[Values, path: string]>([
    [{ schema: 2 }, '/schema'],
    [{ id: 'Not An Id' }, '/id'],
    [{ subjekt: 'x' }, ''],
    [{ sessions: [] }, '/sessions'],
    [{ 'sites[0].host': 'example.org' }, '/sites/0/host'],
    [{ 'sessions[3].id': '28F6-' }, '/sessions/3/id'],
    [{ 'sessions[3].start': '9:45' }, '/sessions/3/start'],
    [{ 'sessions[3].why': undefined }, '/sessions/3'],
    [{ 'sessions[3].takeaway': 'x'.repeat(121) }, '/sessions/3/takeaway'],
    [{ 'sessions[3].title': ' x' }, '/sessions/3/title'],
    [{ 'sessions[3].title': 'x\u202Ey' }, '/sessions/3/title'],
    [{ 'sessions[3].title': '<b>x</b>' }, '/sessions/3/title'],
    [{ 'sessions[3].level': 'expert' }, '/sessions/3/level'],
    [{ 'sessions[3].room': 'B5' }, '/sessions/3'],
    [{ 'sessions[9].links[0].url': 'http://github.com/' }, '/sessions/9/links/0/url'],
    [{ 'sessions[9].links[0].asOf': undefined }, '/sessions/9/links/0'],
  ])('rejects %j, so that an editor can mark it', (values, path) => {
    expect(validate(JSON.parse(withValues(values)))).toBe(false);
    expect(validate.errors?.map(({ instancePath }) => instancePath)).toContain(path);
  });

  test('accepts the released guide', () => {
    expect(validate(JSON.parse(text))).toBe(true);
  });
});

test('data/README.md names every field of a guide', () => {
  const readme = readFileSync(`${data}/README.md`, 'utf8');
  const missing = [...fields.keys()].filter((name) => !readme.includes(`\`${name.split('.').at(-1)}\``));
  expect(missing).toEqual([]);
});
