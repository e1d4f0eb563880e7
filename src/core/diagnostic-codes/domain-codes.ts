import type { CodePage } from './code-page.js';

/** Several files in one text, each below a line with its name. */
function files(...parts: readonly (readonly [name: string, text: string])[]): string {
  return parts.map(([name, text]) => `==> ${name} <==\n${text}`).join('');
}

const domain = `<negotiation_template><utility_space><objective name="root">
  <issue index="1" name="Water" type="discrete">
    <item value="shared"/>
    <item value="divided"/>
  </issue>
</objective></utility_space></negotiation_template>
`;

function profile(shared: string, divided: string): string {
  return `<utility_space><objective name="root">
  <issue index="1" name="Water" type="discrete">
    <item value="shared" evaluation="${shared}"/>
    <item value="divided" evaluation="${divided}"/>
  </issue>
  <weight index="1" value="1"/>
</objective><reservation value="0.2"/></utility_space>
`;
}

const north = profile('4', '1');
const south = profile('2', '3');

function genius(one = north, top = domain): string {
  return files(['domain.xml', top], ['north.xml', one], ['south.xml', south]);
}

const good = genius();

const config = `North,north,p1,cooperative,model
South,south,p2,cooperative,model
East,east,player,greedy,model
`;
const scores = '5, 0\n3, 4\n4\n';

function game(parties: string): string {
  return files(
    ['config.txt', parties],
    ...['north', 'south', 'east'].map((name) => [`scores_files/${name}.txt`, scores] as const),
  );
}

/**
 * DET51x and DET52x: bargaining domains of other programs. Examples are several files in one text,
 * each below a line with its name.
 */
export const domainCodes: Readonly<Record<string, CodePage>> = {
  DET510: {
    title: 'The file is of no kind that can be imported',
    severity: 'error',
    meaning:
      'Nothing in the text shows which program wrote it, or its root element is another one.',
    why: 'A file can be read only by the rules of the program that wrote it.',
    bad: files(['notes.txt', 'Water: to be shared\n']),
    good,
  },
  DET511: {
    title: 'The imported file is not XML',
    severity: 'error',
    meaning: 'The text breaks a rule of XML, the notation of Genius, at the place shown.',
    why: 'Nothing can be read from it with certainty.',
    bad: genius(north.replace('</objective>', '')),
    good,
  },
  DET512: {
    title: 'Part of an imported domain is missing or of another kind',
    severity: 'error',
    meaning: 'A name, a weight, a bound or another part that the program writes is not there.',
    why: 'A guess about what was meant would change the amounts.',
    bad: genius(north.replace('  <weight index="1" value="1"/>\n', '')),
    good,
  },
  DET513: {
    title: 'Part of an imported domain is not understood',
    severity: 'error',
    meaning:
      'The file uses something that a case cannot say, or that this importer does not know: real-valued issues, other kinds of functions, issues with one value.',
    why: 'Left out without a word, it would change the amounts.',
    bad: genius(north, domain.replace('type="discrete"', 'type="real"')),
    good,
  },
  DET514: {
    title: 'The files are not about the same issues',
    severity: 'error',
    meaning: 'A profile lacks an issue of the domain, has one more, or gives it other bounds.',
    why: 'The utility of an outcome is a sum over all issues of the domain.',
    bad: genius(north.replace('"Water"', '"Waters"')),
    good,
  },
  DET515: {
    title: 'The files are not about the same values of an issue',
    severity: 'error',
    meaning: 'A value of the domain has no number in a profile, or the other way round.',
    why: 'An outcome with that value would have no utility.',
    bad: genius(north.replace('    <item value="divided" evaluation="1"/>\n', '')),
    good,
  },
  DET516: {
    title: 'A name stands twice in an imported domain',
    severity: 'error',
    meaning: 'Two issues, two values of an issue or two weights have the same name or index.',
    why: 'It is not known which of the two counts.',
    bad: genius(north.replace('<weight', '<weight index="1" value="0.5"/>\n  <weight')),
    good,
  },
  DET517: {
    title: 'A number of an imported domain cannot be used',
    severity: 'error',
    meaning:
      'It is no decimal number, a negative weight, or a largest evaluation that is not above 0.',
    why: 'Every amount of the case is held exactly; there is nothing to hold.',
    bad: genius(profile('four', '1')),
    good,
  },
  DET518: {
    title: 'A discount factor is not taken over',
    severity: 'warning',
    meaning:
      'The profile lowers utilities with every round of a simulated negotiation; a case has no rounds.',
    why: 'The amounts are those of an agreement without delay.',
    bad: genius(north.replace('<reservation', '<discount_factor value="0.9"/><reservation')),
    good,
  },
  DET519: {
    title: 'The files together are not one domain',
    severity: 'error',
    meaning:
      'There is no domain among them, more than one, fewer than two profiles, or files of two programs.',
    why: 'A case needs one list of issues and two parties or more.',
    bad: files(['domain.xml', domain], ['north.xml', north]),
    good,
  },
  DET520: {
    title: 'A file of a scorable game has not the expected shape',
    severity: 'error',
    meaning:
      'A line of `config.txt` or of a scores file is not as in the published games, or a file that it names is not there.',
    why: 'A guess about what was meant would change the game.',
    bad: game(config.replace(',p2,', ',chair,')),
    good: game(config),
  },
  DET521: {
    title: 'A case made of the files would be flawed',
    severity: 'error',
    meaning:
      'The files say something that their own program accepts and a case file cannot hold, such as a name with invisible characters.',
    why: 'A case that `check` refuses helps nobody.',
    bad: genius(north.replace('weight index="1" value="1"', 'weight index="1" value="1e-99"')),
    good,
  },
};
