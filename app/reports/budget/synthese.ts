import type { Montant } from '#domain/budget/montant'
import {
  additionner,
  type Agregat,
  COUPES,
  type Coupe,
  type Enveloppe,
  resteAPayer,
  RIEN,
  type Sommes,
} from '#domain/rapport/sommes'
import { LIBELLE_COUPE } from '#libelles/rapport'
import { graphiquesDeSynthese, type RangeeDeGroupes } from '#reports/budget/graphiques'
import { groupes, type GroupeDeSynthese } from '#reports/budget/groupes'
import { type EnTete, poserEnTete } from '#reports/en-tete'
import { type Case, composer, type Formule, type NomDeCellule, type Page, texte } from '#reports/page'

/** What the Synthèse is made of. */
export type DonneesSynthese = {
  enTete: EnTete
  agregats: readonly Agregat[]
  enveloppes: readonly Enveloppe[]
}

/** All the dossiers: each is of one campagne. */
export const ensembleDe = (agregats: readonly Agregat[]): Sommes =>
  agregats.filter(({ coupe }) => coupe === 'campagne').reduce<Sommes>(additionner, RIEN)

const euros = (valeur: Montant | Formule | null): Case => (valeur === null ? null : { valeur, format: 'euros' })
const entier = (valeur: number | Formule): Case => ({ valeur, format: 'entier' })
const part = (valeur: Formule): Case => ({ valeur, format: 'pourcent' })
const quotient = (a: number | bigint, b: number | bigint): number => (Number(b) === 0 ? 0 : Number(a) / Number(b))
const partDe = (cellule: string, total: string, [a, b]: [Montant, Montant]): Case =>
  part({ formule: `IF(${total}=0,0,${cellule}/${total})`, resultat: quotient(a, b) })

type Composition = ReturnType<typeof composer>

/** Each campagne: what it has, what is voted of it, and what would be left if all that is complete were granted as it is asked. */
function poserEnveloppes({ poser, suivante }: Composition, { agregats, enveloppes }: DonneesSynthese): NomDeCellule[] {
  poser('entete', ['Enveloppes', 'Dossiers', 'Dont complets', 'Enveloppe', 'Part votée', 'Demandé par les complets', 'Voté', 'Reste', null, 'Reste si les complets étaient accordés'].map(texte)) // prettier-ignore
  const premiere = suivante()
  const lues = enveloppes.map(({ campagne, libelle, enveloppeCents }) => {
    const sommes = agregats.find((a) => a.coupe === 'campagne' && a.cle === campagne) ?? RIEN
    return { ...sommes, libelle: `${campagne} · ${libelle}`, enveloppeCents: enveloppeCents || null }
  })
  for (const { libelle, enveloppeCents: dotee, ...s } of lues) {
    const n = suivante()
    poser('ligne', [
      texte(libelle),
      entier(s.nombre),
      entier(s.complets),
      euros(dotee),
      dotee === null ? texte('sans enveloppe') : partDe(`G${n}`, `D${n}`, [s.voteCents, dotee]),
      euros(s.completCents),
      euros(s.voteCents),
      euros(dotee === null ? null : { formule: `D${n}-G${n}`, resultat: dotee - s.voteCents }),
      null,
      euros(dotee === null ? null : { formule: `H${n}-F${n}`, resultat: dotee - s.voteCents - s.completCents }),
    ])
  }
  const n = suivante()
  const dotees = lues.filter(({ enveloppeCents }) => enveloppeCents !== null)
  const total = (lettre: string, resultat: number | Montant): Formule | null =>
    lues.length === 0 ? null : { formule: `SUM(${lettre}${premiere}:${lettre}${n - 1})`, resultat }
  const sommeDe = (de: (une: (typeof lues)[number]) => Montant, parmi = lues) =>
    parmi.reduce((somme, une) => somme + de(une), 0n)
  const dote = sommeDe(({ enveloppeCents }) => enveloppeCents ?? 0n)
  const reste = dote - sommeDe(({ voteCents }) => voteCents, dotees)
  const siComplets = reste - sommeDe(({ completCents }) => completCents, dotees)
  poser('total', [
    texte('Ensemble'),
    entier(total('B', lues.reduce((somme, { nombre }) => somme + nombre, 0)) ?? 0),
    entier(total('C', lues.reduce((somme, { complets }) => somme + complets, 0)) ?? 0),
    euros(total('D', dote)),
    null,
    euros(total('F', sommeDe(({ completCents }) => completCents))),
    euros(total('G', sommeDe(({ voteCents }) => voteCents))),
    euros(total('H', reste)),
    null,
    euros(total('J', siComplets)),
  ]) // prettier-ignore
  poser('ligne')
  const dit = texte('Si tout ce qui est complet était accordé, il resterait')
  poser('total', [dit, null, null, ...Array<Case>(6).fill(null), euros({ formule: 'Reste_si_complets', resultat: siComplets })]) // prettier-ignore
  poser('ligne')
  return [
    { nom: 'Enveloppe_total', cellule: `$D$${n}` },
    { nom: 'Reste_total', cellule: `$H$${n}` },
    { nom: 'Reste_si_complets', cellule: `$J$${n}` },
  ]
}

/** From what is asked to what is paid, and what it makes for one young person. */
function poserEtapes({ poser, suivante }: Composition, s: Sommes) {
  poser('entete', ['De la demande au paiement', null, null, 'Montant', 'Part du demandé'].map(texte))
  const etapes = [
    ['Demandé', 'Demande_total', s.demandeCents],
    ['En jeu', 'En_jeu_total', s.enJeuCents],
    ['Proposé', 'Propose_total', s.proposeCents],
    ['Voté', 'Vote_total', s.voteCents],
    ['Engagé', 'Engage_total', s.engageCents],
    ['Payé', 'Paye_total', s.payeCents],
  ] as const
  const premiere = suivante()
  for (const [libelle, nom, resultat] of etapes) {
    const cellule = `D${suivante()}`
    poser('ligne', [texte(libelle), null, null, euros({ formule: nom, resultat }), partDe(cellule, 'Demande_total', [resultat, s.demandeCents])]) // prettier-ignore
  }
  const derniere = suivante() - 1
  const reste = resteAPayer(s)
  poser('ligne', [texte('Reste à payer (voté moins payé)'), null, null, euros({ formule: 'Reste_a_payer_total', resultat: reste }), partDe(`D${suivante()}`, 'Demande_total', [reste, s.demandeCents])]) // prettier-ignore
  poser('ligne')
  poser('entete', ['Jeunes', null, 'Jeunes', 'Montant', 'Par jeune'].map(texte))
  const parJeune = (libelle: string, jeunes: number, cents: Montant) => {
    const n = suivante()
    const moyenne = { formule: `IF(C${n}=0,0,D${n}/C${n})`, resultat: quotient(cents, jeunes) / 100 }
    poser('ligne', [texte(libelle), null, entier(jeunes), euros(cents), euros(moyenne)])
  }
  parJeune('Demandé, où leur nombre est dit', s.jeunes, s.demandeAvecJeunesCents)
  parJeune('Voté, parmi eux', s.jeunesVotes, s.voteAvecJeunesCents)
  poser('ligne')
  return { premiere, derniere, montants: etapes.map(([libelle, , cents]) => [libelle, cents] as const) }
}

const ENTETE = ['', 'Dossiers', 'Jeunes', 'Demandé', 'Part du demandé', 'En jeu', 'Proposé', 'Voté', 'Part du voté', 'Engagé', 'Payé', 'Reste à payer (voté moins payé)', 'Part de l’en jeu', 'Part du proposé', 'Part de l’engagé', 'Part du payé', 'Part du reste à payer'] // prettier-ignore

/** The amounts of a cutting whose part of their total stands at the end of the line: the column of each, its total, and what a group holds of it. */
const PARTS_AU_BOUT = [
  ['F', 'En_jeu_total', (s: Sommes) => s.enJeuCents],
  ['G', 'Propose_total', (s: Sommes) => s.proposeCents],
  ['J', 'Engage_total', (s: Sommes) => s.engageCents],
  ['K', 'Paye_total', (s: Sommes) => s.payeCents],
  ['L', 'Reste_a_payer_total', resteAPayer],
] as const

/** What is left to pay of what is voted, on row `n`; and the part of each amount in all of them. */
const resteEtParts = (s: Sommes, tous: Sommes, n: number): Case[] => [
  euros({ formule: `H${n}-K${n}`, resultat: resteAPayer(s) }),
  ...PARTS_AU_BOUT.map(([lettre, nom, de]) => partDe(`${lettre}${n}`, nom, [de(s), de(tous)])),
]

const ligneDe = (s: GroupeDeSynthese, tous: Sommes, n: number): Case[] => [
  texte(s.libelle),
  entier(s.nombre),
  entier(s.jeunes),
  euros(s.demandeCents),
  partDe(`D${n}`, 'Demande_total', [s.demandeCents, tous.demandeCents]),
  euros(s.enJeuCents),
  euros(s.proposeCents),
  euros(s.voteCents),
  partDe(`H${n}`, 'Vote_total', [s.voteCents, tous.voteCents]),
  euros(s.engageCents),
  euros(s.payeCents),
  ...resteEtParts(s, tous, n),
]

/** The sums of the lines from `premiere` to just above this one. */
function sousTotal(s: Sommes, tous: Sommes, premiere: number, n: number): Case[] {
  const somme = <R extends number | bigint>(lettre: string, resultat: R): Formule | R =>
    n === premiere ? resultat : { formule: `SUM(${lettre}${premiere}:${lettre}${n - 1})`, resultat }
  return [
    texte('Total'),
    entier(somme('B', s.nombre)),
    entier(somme('C', s.jeunes)),
    euros(somme('D', s.demandeCents)),
    partDe(`D${n}`, 'Demande_total', [s.demandeCents, tous.demandeCents]),
    euros(somme('F', s.enJeuCents)),
    euros(somme('G', s.proposeCents)),
    euros(somme('H', s.voteCents)),
    partDe(`H${n}`, 'Vote_total', [s.voteCents, tous.voteCents]),
    euros(somme('J', s.engageCents)),
    euros(somme('K', s.payeCents)),
    ...resteEtParts(s, tous, n),
  ]
}

const TOTAUX = { B: 'Dossiers_total', C: 'Jeunes_total', D: 'Demande_total', F: 'En_jeu_total', G: 'Propose_total', H: 'Vote_total', J: 'Engage_total', K: 'Paye_total', L: 'Reste_a_payer_total' } // prettier-ignore

/** The same dossiers cut in each way, with the part of each group and the total of each cutting. */
function poserCoupes({ poser, suivante }: Composition, agregats: readonly Agregat[], tous: Sommes) {
  const repetee = poser('entete', ENTETE.map(texte))
  const noms: NomDeCellule[] = []
  const rangees = new Map<Coupe, RangeeDeGroupes>()
  for (const coupe of COUPES) {
    const lignes = groupes(agregats, coupe)
    poser('groupe', [texte(LIBELLE_COUPE[coupe]), ...Array<Case>(ENTETE.length - 1).fill(null)])
    const premiere = suivante()
    for (const ligne of lignes) poser('ligne', ligneDe(ligne, tous, suivante()))
    const n = suivante()
    rangees.set(coupe, { premiere, derniere: n - 1, groupes: lignes })
    poser('total', sousTotal(lignes.reduce<Sommes>(additionner, RIEN), tous, premiere, n))
    if (coupe === 'campagne')
      for (const [lettre, nom] of Object.entries(TOTAUX)) noms.push({ nom, cellule: `$${lettre}$${n}` })
    poser('ligne')
  }
  return { repetee, noms, rangees }
}

/** Rows left to the charts that stand side by side. */
const LIGNES_DE_GRAPHIQUES = 17

/** The page that a manager reads first: what the campagnes have, what is asked, proposed, voted, engaged and paid of it, and by what. */
export function syntheseDuBudget(donnees: DonneesSynthese): Page {
  const composition = composer()
  const tous = ensembleDe(donnees.agregats)
  poserEnTete(composition, donnees.enTete)
  const enveloppes = poserEnveloppes(composition, donnees)
  const etapes = poserEtapes(composition, tous)
  const zone = { haut: composition.suivante() - 1, lignes: LIGNES_DE_GRAPHIQUES }
  for (let i = 0; i <= zone.lignes; i += 1) composition.poser('ligne')
  const { repetee, noms, rangees } = poserCoupes(composition, donnees.agregats, tous)
  return {
    title: 'Synthèse',
    largeurs: [40, 9, 9, 17, 10, 17, 17, 17, 10, 17, 17, 17, 9, 10, 10, 9, 10],
    lignes: composition.lignes,
    repetee,
    noms: [...enveloppes, ...noms],
    graphiques: graphiquesDeSynthese({ etapes, coupes: rangees, zone }),
  }
}
