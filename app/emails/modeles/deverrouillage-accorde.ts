import type { Section } from '#domain/dossier/deverrouillage'
import type { Jour } from '#domain/temps/jour'
import { avantDeSigner, type Composition, fixe, prose, type Variable } from '#emails/composition'
import type { DonneesDossier } from '#emails/formules'
import { citation, jourAVenir, leJour, liste, p } from '#emails/mise-en-page'
import { SALUTATION, SIGNATURE } from '#emails/morceaux'
import { VARIABLES_DOSSIER } from '#emails/variables'
import { partiesPourLeDemandeur } from '#libelles/deverrouillage'

export type DonneesDeverrouillage = DonneesDossier & {
  sections: readonly Section[]
  champs: readonly string[]
  pieces: readonly string[]
  motif: string
  echeance: Jour
}

export type DonneesRappel = Omit<DonneesDeverrouillage, 'motif'>

const VARIABLES = {
  ...VARIABLES_DOSSIER,
  echeance: { nom: 'le dernier jour pour modifier', valeur: ({ echeance }) => jourAVenir(echeance, ' inclus') },
} as const satisfies Record<string, Variable<DonneesRappel>>

const OUVERTE = { requises: ['numero', 'echeance'] }

/** M07: what the demandeur may change, why, until when, and what to do at the end (docs/domaine.md § 8.2). */
export const deverrouillageAccorde: Composition<DonneesDeverrouillage> = {
  objet: { maison: 'Votre demande {numero} est ouverte à modification', requises: ['numero'] },
  variables: VARIABLES,
  morceaux: [
    SALUTATION,
    prose(
      'annonce',
      'Ce qui est ouvert, jusqu’à quand',
      'Vous pouvez modifier votre demande {numero} {projet} jusqu’au {echeance}.',
      OUVERTE,
    ),
    fixe('Les parties ouvertes, et pourquoi', (donnees) => [
      p('Ce que vous pouvez modifier\u00a0:'),
      liste(partiesPourLeDemandeur(donnees)),
      p('Pourquoi\u00a0:'),
      citation(donnees.motif),
    ]),
    prose(
      'comment',
      'Que faire',
      'Faites vos modifications {lieu_de_depot} ({e_partenaire}), puis cliquez sur «\u00a0Valider\u00a0» pour nous les transmettre.',
      { requises: ['e_partenaire'] },
    ),
    fixe('La date de dépôt gardée, et la fin', ({ deposeLe }) => [
      p(
        `Votre date de dépôt, le ${leJour(deposeLe)}, est conservée. Après l’échéance, le dossier se refermera de lui-même et nous reprendrons son examen en l’état.`,
      ),
    ]),
    avantDeSigner(),
    SIGNATURE,
  ],
}

/** The échéance is near: what stays open, and that « Valider » is what sends the changes. */
export const deverrouillageRappel: Composition<DonneesRappel> = {
  objet: { maison: 'Votre demande {numero} se referme bientôt', requises: ['numero'] },
  variables: VARIABLES,
  morceaux: [
    SALUTATION,
    prose(
      'annonce',
      'Ce qui reste ouvert, jusqu’à quand',
      'Votre demande {numero} {projet} reste ouverte à modification jusqu’au {echeance}.',
      OUVERTE,
    ),
    fixe('Les parties ouvertes', (donnees) => [
      p('Ce que vous pouvez encore modifier\u00a0:'),
      liste(partiesPourLeDemandeur(donnees)),
    ]),
    prose(
      'comment',
      'Que faire',
      'Pour que vos modifications soient prises en compte, cliquez sur «\u00a0Valider\u00a0» {lieu_de_depot} ({e_partenaire}) avant cette date. Si vous l’avez déjà fait, vous n’avez rien d’autre à faire.',
      { requises: ['e_partenaire'] },
    ),
    fixe('La fin', () => [
      p('Après cette date, le dossier se refermera de lui-même et nous reprendrons son examen en l’état.'),
    ]),
    avantDeSigner(),
    SIGNATURE,
  ],
}
