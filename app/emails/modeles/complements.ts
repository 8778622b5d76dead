import { accorder, compter } from '#domain/nombre'
import type { ElementDemande } from '#domain/complement/complement'
import type { Relance } from '#domain/complement/relance'
import type { Jour } from '#domain/temps/jour'
import { avantDeSigner, type Composition, fixe, prose, type Variable } from '#emails/composition'
import { numeroDe, type DonneesDossier } from '#emails/formules'
import { enLigne, fort, jourAVenir, leJour, liste, p, type Bloc, type Fragment } from '#emails/mise-en-page'
import { DONNER_ICI, PAS_UN_ACCORD, SALUTATION, SIGNATURE, SUIVI } from '#emails/morceaux'
import { VARIABLES_DOSSIER } from '#emails/variables'
import { nomPourLeDemandeur } from '#libelles/piece/piece'

/** Article that stops the clock while a demandeur completes a file. */
const L114_5 = 'article L.\u00a0114-5 du code des relations entre le public et l’administration'

/** `rejetLe` is null when silence has already rejected the request: nothing is left to suspend, and nothing is said of it. */
export type DonneesComplements = DonneesDossier & {
  elements: readonly ElementDemande[]
  limite: Jour
  rejetLe: Jour | null
}

/** What is awaited still, of what was asked on `du`. */
export type DonneesRelance = DonneesComplements & { genre: Relance; du: Jour }

/** `commissionLe` and `seanceLe` are the next ones that are planned, if any. */
export type DonneesComplet = DonneesDossier & {
  completLe: Jour
  rejetLe: Jour | null
  commissionLe: Jour | null
  seanceLe: Jour | null
}

/** `RIB – pièce absente du dossier → envoyez le RIB de la structure.` */
const ligne = ({ code, constat, aFaire }: ElementDemande): Fragment[] => [
  fort(code === null ? 'Formulaire de demande' : enLigne(nomPourLeDemandeur(code))),
  ` – ${enLigne(constat)} → ${enLigne(aFaire)}`,
]

const elementsDe = (n: number) => compter(n, 'élément')

type Attendu = DonneesDossier & Pick<DonneesComplements, 'elements' | 'limite'>

const VARIABLES = {
  ...VARIABLES_DOSSIER,
  manquants: { nom: 'le nombre d’éléments attendus', valeur: ({ elements }) => elementsDe(elements.length) },
  les_envoyer: {
    nom: '«\u00a0l’envoyer\u00a0» ou «\u00a0les envoyer\u00a0»',
    valeur: ({ elements }) => accorder(elements.length, 'l’envoyer', 'les envoyer'),
  },
  limite: { nom: 'le dernier jour pour répondre', valeur: ({ limite }) => jourAVenir(limite, ' inclus') },
} as const satisfies Record<string, Variable<Attendu>>

const ENVOI = 'Merci de nous {les_envoyer} avant le {limite}, en répondant à ce message.'

const NOM_ENVOI = 'Avant quand, et comment'

const ATTENDUS = fixe<Attendu>('La liste des éléments, ce qui ne va pas et que faire', ({ elements }) => [
  liste(elements.map(ligne)),
])

/** M04: what is missing, what to do and until when, and what it does to the clock (CRPA L114-5; docs/domaine.md § 7.8). */
export const piecesManquantes: Composition<DonneesComplements> = {
  objet: { maison: 'Votre demande {numero}\u00a0: il manque {manquants}', requises: ['numero'] },
  variables: VARIABLES,
  morceaux: [
    SALUTATION,
    prose('accueil', 'Ce qui est reçu', 'Nous avons bien reçu votre demande {numero} {projet} le {depot}.', {
      requises: ['numero'],
    }),
    prose('annonce', 'Ce qui manque', 'Il manque encore {manquants} pour l’étudier\u00a0:'),
    ATTENDUS,
    prose('envoi', NOM_ENVOI, ENVOI, { requises: ['limite'] }),
    DONNER_ICI,
    fixe('L’effet sur le délai (CRPA L114-5)', ({ rejetLe }) => [
      rejetLe === null
        ? null
        : p(
            `Jusqu’à cette date, le délai au terme duquel votre demande serait réputée rejetée est suspendu (${L114_5})\u00a0; sans décision de notre part, ce rejet interviendrait le `,
            jourAVenir(rejetLe),
            '.',
          ),
    ]),
    avantDeSigner(),
    SIGNATURE,
  ],
}

const suiteDe = ({ genre, rejetLe, limite, elements }: DonneesRelance): Bloc => {
  if (genre === 'AVANT_LIMITE') {
    return p(
      'Sans réponse à cette date, nous examinerons votre demande en l’état',
      ...(rejetLe
        ? [
            ` et le délai, suspendu jusque-là (${L114_5}), courra de nouveau\u00a0: sans décision de notre part, votre demande serait réputée rejetée le `,
            jourAVenir(rejetLe),
          ]
        : []),
      '.',
    )
  }
  return p(
    `Le délai donné pour ${accorder(elements.length, 'l’envoyer', 'les envoyer')} a pris fin le ${leJour(limite)}. `,
    ...(rejetLe
      ? [
          'Le délai d’examen de votre demande court de nouveau\u00a0: sans décision de notre part, elle serait réputée rejetée le ',
          jourAVenir(rejetLe),
          '. ',
        ]
      : []),
    'Envoyez-nous au plus vite ce qui manque, en répondant à ce message\u00a0; à défaut, nous examinerons votre demande en l’état.',
  )
}

const avantLaLimite = ({ genre }: DonneesRelance) => genre === 'AVANT_LIMITE'

/** The last day is announced as to come by what leaves before it; afterwards the variable says it as a day that was. */
const VARIABLES_RELANCE = {
  ...VARIABLES,
  limite: {
    nom: VARIABLES.limite.nom,
    valeur: (donnees) =>
      avantLaLimite(donnees) ? jourAVenir(donnees.limite, ' inclus') : `${leJour(donnees.limite)} inclus`,
  },
  demande_le: { nom: 'le jour de la demande de compléments', valeur: ({ du }) => leJour(du) },
} as const satisfies Record<string, Variable<DonneesRelance>>

/** M05: what is still missing and what happens next, before the limit or once it has passed. */
export const relance: Composition<DonneesRelance> = {
  objet: (donnees) => {
    const dit = avantLaLimite(donnees) ? 'il nous manque encore' : 'délai passé, il manque'
    return `Votre demande ${numeroDe(donnees.numero)}\u00a0: ${dit} ${elementsDe(donnees.elements.length)}`
  },
  variables: VARIABLES_RELANCE,
  morceaux: [
    SALUTATION,
    prose(
      'rappel',
      'Ce qui a été demandé',
      'Le {demande_le}, nous vous avons demandé des compléments pour votre demande {numero} {projet}. À ce jour, il manque encore {manquants}\u00a0:',
      { requises: ['numero', 'demande_le'] },
    ),
    ATTENDUS,
    prose('envoi', `${NOM_ENVOI} (avant la limite)`, ENVOI, { requises: ['limite'], si: avantLaLimite }),
    fixe('Ce qui suit, et l’effet sur le délai', (donnees) => [suiteDe(donnees)]),
    DONNER_ICI,
    prose('croisement', 'Si la réponse est en route', 'Si vous venez de répondre, ne tenez pas compte de ce message.'),
    avantDeSigner(),
    SIGNATURE,
  ],
}

/** M06: complete on, the day silence would reject, and who meets when. */
export const dossierComplet: Composition<DonneesComplet> = {
  objet: { maison: 'Votre demande {numero} est complète', requises: ['numero'] },
  variables: {
    ...VARIABLES_DOSSIER,
    complet_le: { nom: 'le jour où elle est complète', valeur: ({ completLe }) => fort(leJour(completLe)) },
  },
  morceaux: [
    SALUTATION,
    prose(
      'annonce',
      'Elle est complète',
      'Votre demande {numero} {projet} est complète depuis le {complet_le}. Son instruction peut commencer.',
      { requises: ['numero', 'complet_le'] },
    ),
    fixe(
      'La commission, la séance et la date de rejet, quand elles sont connues',
      ({ commissionLe, seanceLe, rejetLe }) => [
        commissionLe === null
          ? null
          : p('Elle sera présentée à la commission qui donne son avis le ', jourAVenir(commissionLe), '.'),
        seanceLe === null
          ? null
          : p('La Commission permanente du Conseil départemental se réunit le ', jourAVenir(seanceLe), '.'),
        rejetLe === null
          ? null
          : p('Sans décision de notre part, votre demande serait réputée rejetée le ', jourAVenir(rejetLe), '.'),
      ],
    ),
    prose('prudence', 'Ce que le message n’est pas', PAS_UN_ACCORD),
    SUIVI,
    avantDeSigner(),
    SIGNATURE,
  ],
}
