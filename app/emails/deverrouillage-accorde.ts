import type { Section } from '#domain/dossier/deverrouillage'
import type { Jour } from '#domain/temps/jour'
import { bonjour, E_PARTENAIRE, guillemets, leJour, numeroDe, signer, type DonneesDossier } from '#emails/formules'
import { citation, fort, liste, mettreEnPage, p, type CourrielRendu } from '#emails/mise-en-page'
import { LIBELLE_SECTION } from '#libelles/dossier'

export type DonneesDeverrouillage = DonneesDossier & { sections: readonly Section[]; motif: string; echeance: Jour }

/** M07: what the demandeur may change, why, until when, and what to do at the end (domain.md § 8.2). */
export function deverrouillageAccorde(donnees: DonneesDeverrouillage): CourrielRendu {
  const { numero, objet, destinataire, deposeLe, signature, sections, motif, echeance } = donnees
  return mettreEnPage(`Votre demande ${numeroDe(numero)} est ouverte à modification`, [
    bonjour(destinataire),
    p(
      `Vous pouvez modifier votre demande ${numeroDe(numero)} ${guillemets(objet)} jusqu’au `,
      fort(`${leJour(echeance)} inclus`),
      '.',
    ),
    p('Parties ouvertes à modification\u00A0:'),
    liste(sections.map((section) => LIBELLE_SECTION[section])),
    p('Pourquoi\u00A0:'),
    citation(motif),
    p(
      'Faites vos modifications sur e-partenaire (',
      E_PARTENAIRE,
      '), puis cliquez sur «\u00A0Valider\u00A0» pour nous les transmettre.',
    ),
    p(
      `Votre date de dépôt, le ${leJour(deposeLe)}, est conservée. Après l’échéance, le dossier se refermera de lui-même et nous reprendrons son examen en l’état.`,
    ),
    ...signer(signature),
  ])
}
