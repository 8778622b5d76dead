import { LIBELLES, type Question, type Verite } from '#support/pre-projet/libelles-varies'

/** What an invented fiche says, field by field, in the form the reader gives it. */
export const VERITES: Verite[] = [
  {
    structure: 'Comité de jumelage de Lillers',
    genre: 'Association loi 1901',
    siret: '74039848200019',
    commune: 'LILLERS',
    contact: 'Camille DURIEZ',
    courriel: 'camille.duriez@exemple.test',
    telephone: '0353019253',
    titre: 'Chantier franco-polonais',
    theme: 'Citoyenneté européenne',
    pays: 'Pologne',
    ville: 'Katowice',
    partenaire: 'Lycée technique de Katowice',
    dateDebut: '2025-09-03',
    dateFin: '2025-09-12',
    nbJeunes: 24,
    age: '14 à 17 ans',
    coutTotal: 1_250_000n,
    montantSouhaite: 400_000n,
    description: 'Le projet réunit des jeunes autour d’un chantier et d’une restitution publique.',
  },
  {
    structure: 'COLLEGE JEAN MOULIN LE PORTEL',
    genre: 'Établissement scolaire',
    siret: '82811035300020',
    commune: 'LE PORTEL',
    contact: 'Anaïs Caron',
    courriel: 'a.caron@exemple.test',
    telephone: '0321000001',
    titre: 'Sur les pas des bâtisseurs : échange à Cork (Irlande)',
    theme: 'Échange scolaire',
    pays: 'Irlande',
    ville: 'Cork',
    partenaire: 'St. Mary’s Secondary School',
    dateDebut: '2025-12-28',
    dateFin: '2026-01-03',
    nbJeunes: 42,
    age: '12-15 ans',
    coutTotal: 2_142_050n,
    montantSouhaite: 645_000n,
    description:
      'Quarante-deux élèves rencontrent leurs correspondants. Des ateliers d’architecture, une visite de la ville et un carnet de voyage à plusieurs mains sont prévus.',
  },
  {
    structure: 'Commune de Saint-Omer-Capelle',
    genre: 'Commune',
    siret: '43008269300010',
    commune: 'Saint-Omer-Capelle',
    contact: 'Jean-Marie L’Hermitte',
    courriel: 'mairie@exemple.test',
    telephone: '0391919191',
    titre: 'Jeunes reporters en Roumanie',
    theme: 'Médias',
    pays: 'Roumanie',
    ville: 'Iași',
    partenaire: 'Primăria Municipiului Iași',
    dateDebut: '2025-07-01',
    dateFin: '2025-07-09',
    nbJeunes: 9,
    age: '16 à 20 ans',
    coutTotal: 890_000n,
    montantSouhaite: 250_000n,
    description: 'Neuf jeunes réalisent un reportage.',
  },
]

/** One way of writing a label or a value, chosen by `n`. */
const choisir = <T>(liste: readonly T[], n: number): T => liste[Math.abs(n) % liste.length] as T

const QUESTIONS = Object.keys(LIBELLES) as Question[]

const MOIS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]

const enPeriode = (debut: string, fin: string, n: number): string => {
  const [d, f] = [debut, fin].map((jour) => {
    const [a = '', m = '', j = ''] = jour.split('-')
    return { a, m: Number(m), j: Number(j), mois: MOIS[Number(m) - 1] ?? '' }
  }) as [Jour, Jour]
  const memeMois = d.a === f.a && d.m === f.m
  const court = (x: Jour) => `${x.j}/${x.m}/${x.a}`
  const long = (x: Jour) => `${x.j === 1 ? '1er' : x.j} ${x.mois} ${x.a}`
  const zero = (k: number) => String(k).padStart(2, '0')
  return choisir(
    [
      `du ${court(d)} au ${court(f)}`,
      `du ${long(d)} au ${long(f)}`,
      memeMois
        ? `${d.j}-${f.j} ${f.mois} ${f.a}`
        : `${zero(d.j)}.${zero(d.m)}.${d.a} - ${zero(f.j)}.${zero(f.m)}.${f.a}`,
      memeMois ? `du ${d.j} au ${f.j} ${f.mois} ${f.a}` : `${d.j} ${d.mois} au ${f.j} ${f.mois} ${f.a}`,
      `${zero(d.j)}/${zero(d.m)}/${d.a.slice(2)} au ${zero(f.j)}/${zero(f.m)}/${f.a.slice(2)}`,
      `Du ${d.j} ${d.mois.toUpperCase()} ${d.a} AU ${f.j} ${f.mois.toUpperCase()} ${f.a}`,
    ],
    n,
  )
}
type Jour = { a: string; m: number; j: number; mois: string }

const enSomme = (cents: bigint, n: number): string => {
  const entiers = String(cents / 100n)
  const decimales = String(cents % 100n).padStart(2, '0')
  const groupes = (lien: string) => entiers.replace(/\B(?=(\d{3})+$)/g, lien)
  const virgule = decimales === '00' ? '' : `,${decimales}`
  return choisir(
    [
      `${groupes(' ')}${virgule} €`,
      `${groupes('\u202f')},${decimales}\u00a0€`,
      `${entiers}${virgule} euros`,
      `${groupes('.')},${decimales}`,
      `${groupes(' ')}${virgule}`,
      `environ ${groupes(' ')}${virgule} € TTC`,
    ],
    n,
  )
}

const enEffectif = (nombre: number, n: number) =>
  choisir([String(nombre), `${nombre} jeunes`, `environ ${nombre} jeunes`, `${nombre} jeunes et 3 accompagnateurs`], n)

const enSiret = (siret: string, n: number) =>
  choisir(
    [
      siret,
      siret.replace(/^(...)(...)(...)/, '$1 $2 $3 '),
      siret.replace(/^(...)(...)(...)/, '$1.$2.$3.'),
      siret.replace(/^(.{9})/, '$1 '),
    ],
    n,
  )

const enTelephone = (tel: string, n: number) =>
  choisir(
    [
      tel.replace(/(..)(?!$)/g, '$1 '),
      tel.replace(/(..)(?!$)/g, '$1.'),
      tel,
      `+33 ${tel.slice(1).replace(/^(.)(..)(..)(..)/, '$1 $2 $3 $4 ')}`,
    ],
    n,
  )

const ecrire = (verite: Verite, question: Question, n: number): string => {
  if (question === 'periode') return enPeriode(String(verite.dateDebut), String(verite.dateFin), n)
  const valeur = verite[question]
  if (question === 'siret') return enSiret(String(valeur), n)
  if (question === 'telephone') return enTelephone(String(valeur), n)
  if (question === 'nbJeunes') return enEffectif(Number(valeur), n)
  if (typeof valeur === 'bigint') return enSomme(valeur, n)
  if (question === 'commune') return choisir([`62190 ${valeur}`, String(valeur), `${valeur} (62190)`], n)
  return String(valeur)
}

/** A number that looks drawn by lot and never changes. */
const melange = (n: number, i: number): number =>
  (Math.imul(n + 1, 2_654_435_761) ^ Math.imul(i + 7, 40_503 * 97)) >>> 5

export type Reponse = { question: Question; libelle: string; valeur: string }

/** The fiche `n`: a truth, and its labels and values in one of their wordings. The same `n` always gives the same fiche. */
export function ficheVariee(n: number): { verite: Verite; reponses: Reponse[] } {
  const verite = choisir(VERITES, n)
  const reponses = QUESTIONS.map((question, i) => ({
    question,
    libelle: choisir(LIBELLES[question], melange(n, i)),
    valeur: ecrire(verite, question, melange(n, i + 50)),
  }))
  return { verite, reponses }
}
