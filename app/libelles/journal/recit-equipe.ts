import { formatJour } from '#domain/temps/jour'
import { LIBELLE_PAGE_VUE } from '#libelles/demandeur/vue-du-demandeur'
import { champsChanges, type Detail, motsDe, type Recit, texte, textes } from '#libelles/journal/detail-journal'
import { LIBELLE_ROLE_MEMBRE } from '#libelles/ouverture-de-compte/ouverture'

/** What is told of who follows, who is away, who looked, and what the service notes for itself. */
export const RECITS_EQUIPE: Record<string, (detail: Detail) => Partial<Recit>> = {
  affecter: (d) => ({
    changements: [
      { champ: 'Suivi par', avant: texte(d, 'avant') || 'personne', apres: texte(d, 'apres') || 'personne' },
    ],
  }),
  changerRoleDeMembre: (d) => ({
    precisions: [texte(d, 'qui'), texte(d, 'structure')],
    changements: [
      {
        champ: 'Rôle',
        avant: motsDe(LIBELLE_ROLE_MEMBRE, texte(d, 'avant')),
        apres: motsDe(LIBELLE_ROLE_MEMBRE, texte(d, 'apres')),
      },
    ],
  }),
  voirCommeLeDemandeur: (d) => ({
    precisions: texte(d, 'page') ? [motsDe(LIBELLE_PAGE_VUE, texte(d, 'page'))] : [],
  }),
  etiqueter: (d) => ({
    precisions: [
      ...textes(d, 'ajoutees').map((nom) => `«\u00a0${nom}\u00a0» posée`),
      ...textes(d, 'retirees').map((nom) => `«\u00a0${nom}\u00a0» retirée`),
    ],
  }),
  remplirChamps: (d) => ({ changements: champsChanges(d, 'valeurs') }),
  declarerAbsence: (d) => ({
    precisions: [
      `du ${formatJour(texte(d, 'du'))} au ${formatJour(texte(d, 'au'))} inclus`,
      `voir ${texte(d, 'remplacant')}`,
    ],
  }),
}
