import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { FORMULAIRE } from '#web/agent-route'
import { raisonSansVersion, VUES } from '#web/vue'

const modules = import.meta.glob<Record<string, unknown>>('/app/routes/bureau/*.{ts,tsx}')
const nameOf = (path: string) => path.replace(/^.*app\/routes\/bureau\//, '').replace(/\.tsx?$/, '')

/** Every act of a form: one per branch of its union. */
function actes(form: unknown): z.ZodObject[] {
  if (form instanceof z.ZodUnion) return form.options.flatMap(actes)
  if (form instanceof z.ZodPipe) return actes(form.in)
  if (form instanceof z.ZodObject) return [form]
  throw new Error('a form whose acts this test cannot see')
}

const nomDe = (acte: z.ZodObject): string => {
  const dit: unknown = acte.shape['intent'] ?? acte.shape['acte']
  if (dit instanceof z.ZodLiteral) return [...dit.values].join('|')
  return dit instanceof z.ZodEnum ? dit.options.join('|') : ''
}

const ACTES = (
  await Promise.all(
    Object.entries(modules).map(async ([file, load]) => {
      const { action } = await load()
      const form: unknown = Reflect.get(Object(action), FORMULAIRE)
      return form === undefined ? [] : actes(form).map((acte) => ({ route: nameOf(file), acte, nom: nomDe(acte) }))
    }),
  )
).flat()

/** An act that says no version could fall on something the officer has not seen: each of these says why it cannot. */
const SANS_VERSION = [
  'absences._index ',
  'administration.campagnes.$code.champs ajouter',
  'administration.campagnes.$code.etiquettes ajouter',
  'administration.campagnes.$code.notation ajouter',
  'administration.comptes._index ',
  'administration.journal_.export ',
  'administration.jours fermer',
  'administration.jours rouvrir',
  'administration.serveurs creer',
  'administration.territoires creer',
  'administration.textes creer',
  'aides.$id conseiller',
  'aides.$id ouvrir',
  'colonnes ',
  'commissions.$id_.notifications notifier|reprendreNotification',
  'commissions._index ',
  'compte ',
  'compte_.resume ',
  'dossiers.$numero.complements retenir',
  'dossiers.$numero.complements retirer',
  'dossiers.$numero.pieces controler',
  'dossiers.$numero.pieces dispenser',
  'dossiers.$numero_.comme-le-demandeur ',
  'dossiers.export ',
  'dossiers.lots ',
  'notes ',
  'notes.$id_.vue ',
  'nouvelles._index tout',
  'nouvelles._index une',
  'nouvelles.averti ',
  'pre-projets.$id_.fil-rouge rattacher',
  'pre-projets.$id_.instruction_.examen apercu',
  'pre-projets.nouvelle ',
  'rapports.$id.redemander ',
  'rapports._index ',
  'vues ',
]

test('every act says the version of what was on the screen, but those of this list, each with its reason', () => {
  const sans = ACTES.filter(({ acte }) => !VUES.some((nom) => nom in acte.shape))
  expect(sans.map(({ route, nom }) => `${route} ${nom}`).sort()).toEqual(SANS_VERSION)
  expect(sans.filter(({ acte }) => !raisonSansVersion(acte)).map(({ route }) => route)).toEqual([])
  expect(ACTES.length).toBeGreaterThan(50)
})

test.each(ACTES.map(({ route, nom, acte }) => [`${route} ${nom}`, acte] as const))(
  '%s: a form without what was seen is not read',
  (_nom, acte) => {
    const vue = VUES.find((un) => un in acte.shape && un !== 'vu')
    if (!vue || acte.shape[vue]?.safeParse(undefined).success) return
    const sans = acte.safeParse({})
    expect(sans.error?.issues.map(({ path }) => path[0])).toContain(vue)
  },
)

test('a form says the version that the page shows now, not the one it showed first', () => {
  const champs = ['app/ui', 'app/routes'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((nom) => nom.endsWith('.tsx'))
      .flatMap(
        (nom) => readFileSync(`${room}/${nom}`, 'utf8').match(/<input\b[^>]*\bname="version(?:Piece)?"[^>]*>/g) ?? [],
      ),
  )
  expect(champs.length).toBeGreaterThan(30)
  expect(champs.filter((champ) => !/ value=\{[\w.]*version(?: \?\? '')?\} \/>/.test(champ))).toEqual([])
})
