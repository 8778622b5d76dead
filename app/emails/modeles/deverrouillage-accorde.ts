import type { Section } from '#domain/dossier/deverrouillage'
import type { Jour } from '#domain/temps/jour'
import { SALUT, E_PARTENAIRE, guillemets, numeroDe, signer, type DonneesDossier } from '#emails/formules'
import { citation, jourAVenir, leJour, liste, mettreEnPage, p, type CourrielRendu } from '#emails/mise-en-page'
import { partiesPourLeDemandeur } from '#libelles/deverrouillage'

export type DonneesDeverrouillage = DonneesDossier & {
  sections: readonly Section[]
  champs: readonly string[]
  pieces: readonly string[]
  motif: string
  echeance: Jour
}

/** M07: what the demandeur may change, why, until when, and what to do at the end (docs/domaine.md § 8.2). */
export function deverrouillageAccorde(donnees: DonneesDeverrouillage): CourrielRendu {
  const { numero, objet, deposeLe, signature, motif, echeance } = donnees
  return mettreEnPage(`Votre demande ${numeroDe(numero)} est ouverte à modification`, [
    SALUT,
    p(
      `Vous pouvez modifier votre demande ${numeroDe(numero)} ${guillemets(objet)} jusqu’au `,
      jourAVenir(echeance, ' inclus'),
      '.',
    ),
    p('Ce que vous pouvez modifier\u00a0:'),
    liste(partiesPourLeDemandeur(donnees)),
    p('Pourquoi\u00a0:'),
    citation(motif),
    p(
      'Faites vos modifications sur e-partenaire (',
      E_PARTENAIRE,
      '), puis cliquez sur «\u00a0Valider\u00a0» pour nous les transmettre.',
    ),
    p(
      `Votre date de dépôt, le ${leJour(deposeLe)}, est conservée. Après l’échéance, le dossier se refermera de lui-même et nous reprendrons son examen en l’état.`,
    ),
    ...signer(signature),
  ])
}

/** The échéance is near: what stays open, and that « Valider » is what sends the changes. */
export function deverrouillageRappel(donnees: Omit<DonneesDeverrouillage, 'motif'>): CourrielRendu {
  const { numero, objet, signature, echeance } = donnees
  return mettreEnPage(`Votre demande ${numeroDe(numero)} se referme bientôt`, [
    SALUT,
    p(
      `Votre demande ${numeroDe(numero)} ${guillemets(objet)} reste ouverte à modification jusqu’au `,
      jourAVenir(echeance, ' inclus'),
      '.',
    ),
    p('Ce que vous pouvez encore modifier\u00a0:'),
    liste(partiesPourLeDemandeur(donnees)),
    p(
      'Pour que vos modifications soient prises en compte, cliquez sur «\u00a0Valider\u00a0» sur e-partenaire (',
      E_PARTENAIRE,
      ') avant cette date. Si vous l’avez déjà fait, vous n’avez rien d’autre à faire.',
    ),
    p('Après cette date, le dossier se refermera de lui-même et nous reprendrons son examen en l’état.'),
    ...signer(signature),
  ])
}
