import type { MotifSansSuite } from '#domain/dossier/decision'
import type { RegleRecevabilite } from '#domain/dossier/recevabilite'
import type { Saisine } from '#domain/structure/saisine-du-tribunal'
import type { Jour } from '#domain/temps/jour'
import { avantDeSigner, type Composition, fixe, prose } from '#emails/composition'
import { guillemets, numeroDe, type DonneesDossier } from '#emails/formules'
import { type Bloc, citation, fort, leJour, p } from '#emails/mise-en-page'
import { type AvecLettre, LETTRE_JOINTE, RECOURS, SALUTATION, SIGNATURE, SUIVI } from '#emails/morceaux'
import { VARIABLES_DOSSIER } from '#emails/variables'
import { LIBELLE_MOTIF_SANS_SUITE } from '#libelles/dossier/dossier'
import { LIBELLE_REGLE_RECEVABILITE } from '#libelles/dossier/recevabilite'

export type DonneesSansSuite = DonneesDossier &
  AvecLettre & { motif: MotifSansSuite; precision: string; saisine: Saisine }

/** The ground is one that was signalled; `precision` are the officer’s own words on it. */
export type DonneesIrrecevabilite = DonneesDossier &
  AvecLettre & {
    motif: RegleRecevabilite
    precision: string
    saisine: Saisine
  }

export type DonneesRetrait = DonneesDossier & { retireLe: Jour }

const demandeDe = ({ numero, objet }: DonneesDossier) =>
  `votre demande de subvention ${numeroDe(numero)}, pour le projet ${guillemets(objet)}`

/** What is closed. */
export const sansSuiteDit = (donnees: DonneesSansSuite): Bloc =>
  p('Le Département du Pas-de-Calais ', fort('classe sans suite'), ` ${demandeDe(donnees)}.`)

/** Why it is closed. */
export const motifDeSansSuite = ({ motif, precision }: DonneesSansSuite): (Bloc | null)[] => [
  p('Motif\u00a0: ', fort(LIBELLE_MOTIF_SANS_SUITE[motif]), '.'),
  precision.trim() ? citation(precision) : null,
]

/** What is not examined. */
export const irrecevabiliteDite = (donnees: DonneesIrrecevabilite): Bloc =>
  p('Le Département du Pas-de-Calais ', fort('ne peut pas examiner'), ` ${demandeDe(donnees)}.`)

/** Why it is not. */
export const motifDIrrecevabilite = ({ motif, precision }: DonneesIrrecevabilite): Bloc[] => [
  p('Motif\u00a0: ', fort(LIBELLE_REGLE_RECEVABILITE[motif]), '.'),
  citation(precision),
]

/** The dossier is closed without an answer on its merits: why, and how to contest it. */
export const sansSuite: Composition<DonneesSansSuite> = {
  objet: { maison: 'Classement sans suite de votre demande {numero}', requises: ['numero'] },
  variables: VARIABLES_DOSSIER,
  morceaux: [
    SALUTATION,
    fixe('Ce qui est classé', (donnees) => [sansSuiteDit(donnees)]),
    fixe('Le motif', motifDeSansSuite),
    prose(
      'contact',
      'Ce qui reste possible',
      'Si ce classement vous surprend, répondez à ce message\u00a0: nous vous dirons ce qui reste possible.',
    ),
    RECOURS,
    LETTRE_JOINTE,
    SUIVI,
    avantDeSigner(),
    SIGNATURE,
  ],
}

/** The demandeur gave it up: it is written down, and can be asked again. */
export const retrait: Composition<DonneesRetrait> = {
  objet: { maison: 'Retrait de votre demande {numero}', requises: ['numero'] },
  variables: VARIABLES_DOSSIER,
  morceaux: [
    SALUTATION,
    fixe('Ce qui est retiré, et depuis quand', (donnees) => [
      p(
        `Comme vous nous l’avez demandé, ${demandeDe(donnees)}, est `,
        fort('retirée'),
        ` depuis le ${leJour(donnees.retireLe)}. Elle ne sera pas examinée.`,
      ),
    ]),
    prose(
      'suite',
      'Ce qui reste possible',
      'Si vous n’avez pas demandé ce retrait, ou si vous changez d’avis, répondez à ce message sans tarder. Un retrait n’empêche pas de déposer une autre demande.',
    ),
    SUIVI,
    avantDeSigner(),
    SIGNATURE,
  ],
}

/** The demande is not one that this appel may examine: the decision, why, what remains possible, and how to contest it. */
export const irrecevabilite: Composition<DonneesIrrecevabilite> = {
  objet: { maison: 'Votre demande {numero} n’est pas recevable', requises: ['numero'] },
  variables: VARIABLES_DOSSIER,
  morceaux: [
    SALUTATION,
    fixe('La décision', (donnees) => [irrecevabiliteDite(donnees)]),
    fixe('Le motif', motifDIrrecevabilite),
    prose(
      'contact',
      'Ce qui reste possible',
      'Pour savoir ce qui reste possible, ou présenter une demande à un prochain appel, répondez à ce message.',
    ),
    RECOURS,
    LETTRE_JOINTE,
    SUIVI,
    avantDeSigner(),
    SIGNATURE,
  ],
}
