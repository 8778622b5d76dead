import type { Jour } from '#domain/temps/jour'
import type { TypeDeChamp } from '#domain/champ-du-service/champ'
import { champEnAdresse, REMPLI, VIDE } from '#domain/champ-du-service/champ-en-adresse'
import { ETATS } from '#domain/dossier/etat'
import { ETATS_RECEVABILITE, recevabiliteEnAdresse } from '#domain/dossier/etat-recevabilite'
import type { FiltreDossiers } from '#domain/dossier/filtres'
import { completudeEnAdresse, ETATS_COMPLETUDE } from '#domain/piece/completude'
import { CODES_PIECE } from '#domain/piece/piece'
import { FILS } from '#domain/fil-rouge/fil-rouge'
import { PROPOSITIONS_EN_ADRESSE } from '#domain/proposition/proposition-en-adresse'
import { GENRES } from '#domain/structure/genre'
import { direValeur } from '#domain/champ-du-service/valeur'
import { LIBELLE_COMPLETUDE } from '#libelles/bannette'
import { LIBELLE_ETAT } from '#libelles/dossier/etat'
import { LIBELLE_RECEVABILITE } from '#libelles/dossier/recevabilite'
import { LIBELLE_FIL } from '#libelles/fil-rouge'
import { LIBELLE_PIECE } from '#libelles/piece/piece'
import { LIBELLE_PROPOSITION_EN_ADRESSE } from '#libelles/proposition/proposition-en-adresse'
import { LIBELLE_GENRE } from '#libelles/structure'
import { ENTRE, motsDuChamp } from '#ui/bannette/filtre/filtre-champ'
import { type GroupeDeChamps, motsDuGroupe } from '#ui/bannette/filtre/filtre-champs'
import type { MenuFiltre } from '#ui/bannette/filtre/filtre-choix'
import { phraseJours } from '#libelles/jours'
import { texteDe, type Valeurs } from '#ui/bannette/filtre/filtres-bannette'

export type Listes = {
  campagnes: readonly { code: string; libelle: string }[]
  agents: readonly { id: string; nom: string }[]
  territoires: readonly { id: string; nom: string }[]
  etiquettes: readonly string[]
  service: readonly { libelle: string; type: TypeDeChamp; choix: readonly string[] }[]
}

export const menuCampagne = (campagnes: Listes['campagnes']): MenuFiltre<'campagne'> => ({
  nom: 'campagne',
  libelle: 'Campagne',
  options: campagnes.map(({ code }) => ({ valeur: code, texte: code })),
})

export const MENU_GENRE: MenuFiltre<'genre'> = {
  nom: 'genre',
  libelle: 'Structure',
  options: GENRES.map((genre) => ({ valeur: genre, texte: LIBELLE_GENRE[genre] })),
}

/** Who follows the rows. */
export const menuAgent = (agents: Listes['agents']): MenuFiltre<'agent'> => ({
  nom: 'agent',
  libelle: 'Suivi par',
  options: [
    { valeur: 'moi', texte: 'moi' },
    { valeur: 'personne', texte: 'personne' },
    ...agents.map(({ id, nom }) => ({ valeur: id, texte: nom })),
  ],
})

/** How the rows stand with what they became, or came from. */
export const menuFil = (libelle: string): MenuFiltre<'fil'> => ({
  nom: 'fil',
  libelle,
  options: FILS.map((fil) => ({ valeur: fil, texte: LIBELLE_FIL[fil] })),
})

/** Where the structure is; nothing to choose from while nobody has drawn the territoires. */
const menuTerritoire = (territoires: Listes['territoires']): MenuFiltre<'territoire'>[] =>
  territoires.length === 0
    ? []
    : [
        {
          nom: 'territoire',
          libelle: 'Territoire',
          options: [
            ...territoires.map(({ id, nom }) => ({ valeur: id, texte: nom })),
            { valeur: 'aucun', texte: 'aucun' },
          ],
        },
      ]

/** What a field of the service may be asked to hold: each of its choices where it has some, anything, or nothing. */
const menuService = (champs: Listes['service']): MenuFiltre<'service'>[] =>
  champs.length === 0
    ? []
    : [
        {
          nom: 'service',
          libelle: 'Champ du service',
          options: champs.flatMap(({ libelle, type, choix }) => {
            const valeurs = type === 'OUI_NON' ? ['OUI', 'NON'] : choix
            return [
              ...valeurs.map((valeur) => [valeur, direValeur(type, valeur)] as const),
              [REMPLI, 'rempli'] as const,
              [VIDE, 'non rempli'] as const,
            ].map(([valeur, dit]) => ({
              valeur: champEnAdresse({ libelle, valeur }),
              texte: `${libelle}\u00a0: ${dit}`,
            }))
          }),
        },
      ]

/** The menus of the bannette of dossiers, in the order an officer narrows. */
export const menusDossiers = ({
  campagnes,
  agents,
  territoires,
  etiquettes,
  service,
}: Listes): MenuFiltre<FiltreDossiers>[] => [
  menuCampagne(campagnes),
  {
    nom: 'etat',
    libelle: 'État',
    options: ETATS.filter((etat) => etat !== 'BROUILLON').map((etat) => ({ valeur: etat, texte: LIBELLE_ETAT[etat] })),
  },
  {
    nom: 'completude',
    libelle: 'Pièces',
    options: ETATS_COMPLETUDE.map((etat) => ({ valeur: completudeEnAdresse(etat), texte: LIBELLE_COMPLETUDE[etat] })),
  },
  {
    nom: 'recevabilite',
    libelle: 'Recevabilité',
    options: ETATS_RECEVABILITE.map((etat) => ({
      valeur: recevabiliteEnAdresse(etat),
      texte: LIBELLE_RECEVABILITE[etat],
    })),
  },
  {
    nom: 'piece',
    libelle: 'Pièce manquante',
    options: CODES_PIECE.map((code) => ({ valeur: code, texte: LIBELLE_PIECE[code] })),
  },
  MENU_GENRE,
  ...menuTerritoire(territoires),
  menuAgent(agents),
  menuFil('Fiche'),
  ...(etiquettes.length > 0
    ? [
        {
          nom: 'etiquette' as const,
          libelle: 'Étiquette',
          options: etiquettes.map((nom) => ({ valeur: nom, texte: nom })),
        },
      ]
    : []),
  ...menuService(service),
  {
    nom: 'proposition',
    libelle: 'Proposition',
    options: PROPOSITIONS_EN_ADRESSE.map((valeur) => ({ valeur, texte: LIBELLE_PROPOSITION_EN_ADRESSE[valeur] })),
  },
  {
    nom: 'notification',
    libelle: 'Notification',
    options: [
      { valeur: 'a-relire', texte: 'à relire par une autre personne' },
      { valeur: 'par-courrier', texte: 'à faire par courrier' },
    ],
  },
  {
    nom: 'outre',
    libelle: 'Passé outre',
    options: [
      { valeur: 'oui', texte: 'oui' },
      { valeur: 'non', texte: 'non' },
    ],
  },
]

/** What is typed to narrow the dossiers. */
export const GROUPES_DOSSIERS = [
  {
    libelle: 'Lieux',
    champs: [
      { nom: 'pays', libelle: 'Pays' },
      { nom: 'partenaire', libelle: 'Ville partenaire' },
      { nom: 'commune', libelle: 'Commune de la structure' },
    ],
  },
  {
    libelle: 'Montant',
    champs: [
      { nom: 'demandeMin', libelle: 'Demandé, au moins', chiffres: true },
      { nom: 'demandeMax', libelle: 'Demandé, au plus', chiffres: true },
    ],
  },
] satisfies { libelle: string; champs: { nom: FiltreDossiers; libelle: string; chiffres?: true }[] }[]

export const SEJOUR = ['sejourDu', 'sejourAu'] as const satisfies FiltreDossiers[]

/** The names of all that is typed. */
export const CHAMPS_DOSSIERS: readonly string[] = [
  ...GROUPES_DOSSIERS.flatMap(({ champs }) => champs.map(({ nom }) => nom)),
  ...SEJOUR,
]

/** A day of the address, which the server has read. */
export const jourDe = (valeurs: Valeurs, nom: string): Jour | undefined => texteDe(valeurs, nom)

type Sans = readonly { nom: string; total: number }[]

/** Each filter that is set, in words: « État : Incomplet », « Déposé du … au … », « Recherche : herne ». */
export function filtresEnMots(
  choix: readonly MenuFiltre[],
  valeurs: Valeurs,
  { jours, sans, groupes = [] }: { jours: string; sans: Sans; groupes?: readonly GroupeDeChamps[] },
) {
  const totalSans = (nom: string) => sans.find((un) => un.nom === nom)?.total ?? 0
  const poses = choix.flatMap(({ nom, libelle, options }) => {
    const valeur = texteDe(valeurs, nom)
    if (!valeur) return []
    const texte = options.find((option) => option.valeur === valeur)?.texte ?? valeur
    return [{ noms: [nom], mots: `${libelle}\u00a0: ${texte}`, total: totalSans(nom) }]
  })
  const dates = phraseJours({ depuis: valeurs.depuis, jusqua: valeurs.jusqua })
  const [du, au] = SEJOUR
  const sejour = phraseJours({ depuis: jourDe(valeurs, du), jusqua: jourDe(valeurs, au) })
  const entre = motsDuChamp(valeurs)
  const tapes = groupes.flatMap((groupe) => {
    const mots = motsDuGroupe(groupe, valeurs)
    const noms = groupe.champs.map(({ nom }) => nom)
    return mots ? [{ noms, mots, total: Math.max(...noms.map(totalSans)) }] : []
  })
  return [
    ...(valeurs.q ? [{ noms: ['q'], mots: `Recherche\u00a0: ${valeurs.q}`, total: totalSans('q') }] : []),
    ...poses,
    ...tapes,
    ...(sejour ? [{ noms: [...SEJOUR], mots: `Séjour ${sejour}`, total: Math.max(...SEJOUR.map(totalSans)) }] : []),
    ...(entre ? [{ noms: [...ENTRE], mots: entre, total: Math.max(...ENTRE.map(totalSans)) }] : []),
    ...(dates
      ? [
          {
            noms: ['depuis', 'jusqua'],
            mots: `${jours} ${dates}`,
            total: Math.max(totalSans('depuis'), totalSans('jusqua')),
          },
        ]
      : []),
  ]
}
