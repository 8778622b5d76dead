import type { MotifSansSuite } from '#domain/dossier/decision'
import type { RegleRecevabilite } from '#domain/dossier/recevabilite'
import type { Jour } from '#domain/temps/jour'
import { guillemets, numeroDe, SALUT, signer, voiesDeRecours, type DonneesDossier } from '#emails/formules'
import { citation, fort, leJour, mettreEnPage, p, type CourrielRendu } from '#emails/mise-en-page'
import { LIBELLE_MOTIF_SANS_SUITE } from '#libelles/dossier/dossier'
import { LIBELLE_REGLE_RECEVABILITE } from '#libelles/dossier/recevabilite'

export type DonneesSansSuite = DonneesDossier & { motif: MotifSansSuite; precision: string; organismePublic: boolean }

/** The ground is one that was signalled; `precision` are the officer’s own words on it. */
export type DonneesIrrecevabilite = DonneesDossier & {
  motif: RegleRecevabilite
  precision: string
  organismePublic: boolean
}

export type DonneesRetrait = DonneesDossier & { retireLe: Jour }

const demandeDe = ({ numero, objet }: DonneesDossier) =>
  `votre demande de subvention ${numeroDe(numero)}, pour le projet ${guillemets(objet)}`

/** The dossier is closed without an answer on its merits: why, and how to contest it. */
export const sansSuite = (donnees: DonneesSansSuite): CourrielRendu =>
  mettreEnPage(`Classement sans suite de votre demande ${numeroDe(donnees.numero)}`, [
    SALUT,
    p('Le Département du Pas-de-Calais ', fort('classe sans suite'), ` ${demandeDe(donnees)}.`),
    p('Motif\u00a0: ', fort(LIBELLE_MOTIF_SANS_SUITE[donnees.motif]), '.'),
    donnees.precision.trim() ? citation(donnees.precision) : null,
    p('Si ce classement vous surprend, répondez à ce message\u00a0: nous vous dirons ce qui reste possible.'),
    ...voiesDeRecours(donnees.signature, donnees),
    ...signer(donnees.signature),
  ])

/** The demandeur gave it up: it is written down, and can be asked again. */
export const retrait = (donnees: DonneesRetrait): CourrielRendu =>
  mettreEnPage(`Retrait de votre demande ${numeroDe(donnees.numero)}`, [
    SALUT,
    p(
      `Comme vous nous l’avez demandé, ${demandeDe(donnees)}, est `,
      fort('retirée'),
      ` depuis le ${leJour(donnees.retireLe)}. Elle ne sera pas examinée.`,
    ),
    p(
      'Si vous n’avez pas demandé ce retrait, ou si vous changez d’avis, répondez à ce message sans tarder. Un retrait n’empêche pas de déposer une autre demande.',
    ),
    ...signer(donnees.signature),
  ])

/** The demande is not one that this appel may examine: the decision, why, what remains possible, and how to contest it. */
export const irrecevabilite = (donnees: DonneesIrrecevabilite): CourrielRendu =>
  mettreEnPage(`Votre demande ${numeroDe(donnees.numero)} n’est pas recevable`, [
    SALUT,
    p('Le Département du Pas-de-Calais ', fort('ne peut pas examiner'), ` ${demandeDe(donnees)}.`),
    p('Motif\u00a0: ', fort(LIBELLE_REGLE_RECEVABILITE[donnees.motif]), '.'),
    citation(donnees.precision),
    p('Pour savoir ce qui reste possible, ou présenter une demande à un prochain appel, répondez à ce message.'),
    ...voiesDeRecours(donnees.signature, donnees),
    ...signer(donnees.signature),
  ])
