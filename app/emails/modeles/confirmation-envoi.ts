import { formatMontant, type Montant } from '#domain/budget/montant'
import { avantDeSigner, type Composition, fixe, prose } from '#emails/composition'
import { guillemets, numeroDe, type DonneesDossier } from '#emails/formules'
import { type Bloc, enLigne, fort, lien, liste, p } from '#emails/mise-en-page'
import { SALUTATION, SIGNATURE } from '#emails/morceaux'
import { VARIABLES_DOSSIER } from '#emails/variables'
import { nomPourLeDemandeur } from '#libelles/piece/piece'

/** What was deposited: when and by whom, its files, and the pièces that must be given and were not, by code. */
export type EnvoiConfirme = {
  /** As people read it. */
  enregistree: string
  deposeePar: string
  fichiers: readonly { code: string; nomFichier: string }[]
  manquantes: readonly string[]
  /** The page on which it is followed; null where the application has no public address. */
  ou: `https://${string}` | null
}

export type DonneesConfirmation = DonneesDossier & EnvoiConfirme & { montantDemandeCents: Montant }

const fichiersJoints = ({ fichiers }: EnvoiConfirme): Bloc[] =>
  fichiers.length === 0
    ? [p('Aucun fichier n’y est joint.')]
    : [
        p('Les fichiers joints sont\u00a0:'),
        liste(fichiers.map(({ code, nomFichier }) => `${nomPourLeDemandeur(code)}\u00a0: ${enLigne(nomFichier)}`)),
      ]

const piecesAbsentes = ({ manquantes }: EnvoiConfirme): Bloc[] =>
  manquantes.length === 0
    ? []
    : [
        p('Ces pièces sont demandées et n’y sont pas. Elles retardent l’instruction\u00a0:'),
        liste(manquantes.map((code) => nomPourLeDemandeur(code))),
      ]

/** The confirmation d'envoi of a demande deposited on the extranet: what arrived, at once (CRPA R112-11-2). The accusé de réception follows it. */
export const confirmationEnvoi: Composition<DonneesConfirmation> = {
  objet: { maison: 'Votre demande {numero} est enregistrée', requises: ['numero'] },
  variables: VARIABLES_DOSSIER,
  morceaux: [
    SALUTATION,
    fixe('Ce qui est enregistré, quand et par qui', ({ numero, structure, objet, enregistree, deposeePar }) => [
      p(
        `La demande de subvention ${numeroDe(numero)} de ${enLigne(structure)} pour le projet ${guillemets(objet)} est enregistrée depuis le `,
        fort(enLigne(enregistree)),
        `. ${enLigne(deposeePar)} l’a certifiée et validée.`,
      ),
    ]),
    fixe('Le montant, les fichiers et ce qui manque', ({ montantDemandeCents, ...envoi }) => [
      p('Montant demandé\u00a0: ', fort(formatMontant(montantDemandeCents)), '.'),
      ...fichiersJoints(envoi),
      ...piecesAbsentes(envoi),
    ]),
    // True whether or not its file could be made: a mail never waits for it.
    fixe('Le récapitulatif', ({ ou }) => [
      p(
        'Le récapitulatif de votre dépôt accompagne ce message, au format PDF\u00a0: vos réponses, vos fichiers et votre certification. Gardez-le. Il est aussi sur la page de votre demande',
        ...(ou === null ? [] : ['\u00a0: ', lien(ou)]),
        ' (connexion demandée), même si ce message arrive sans lui.',
      ),
    ]),
    prose(
      'suite',
      'La suite',
      'Vous ne pouvez plus la modifier vous-même. Un accusé de réception vous est envoyé à part\u00a0: il dit le délai de réponse et les recours. Une question ou un changement\u00a0? Répondez à ce message.',
    ),
    avantDeSigner(),
    SIGNATURE,
  ],
}
