import { LIEN_A_LA_SORTIE } from '#domain/acces/compte'
import type { Jour } from '#domain/temps/jour'
import { type CourrielRendu, enLigne, fort, jourAVenir, lien, mettreEnPage, p } from '#emails/mise-en-page'

/** PROLONGATION: the last day is later than it was said. */
export type GenreDemandeAvis = 'DEMANDE' | 'RAPPEL' | 'PROLONGATION'

export type DonneesDemandeAvis = {
  genre: GenreDemandeAvis
  expert: { prenom: string; nom: string }
  objet: string
  structure: string
  jusquAu: Jour
}

const SUJET: Record<GenreDemandeAvis, string> = {
  DEMANDE: 'Votre avis sur une demande de subvention',
  RAPPEL: 'Rappel\u00a0: votre avis sur une demande de subvention',
  PROLONGATION: 'Vous avez plus de temps pour donner votre avis',
}

const DEBUT: Record<GenreDemandeAvis, string> = {
  DEMANDE: 'Nous vous demandons votre avis sur une demande de subvention\u00a0: ',
  RAPPEL: 'Nous n’avons pas encore reçu votre avis sur une demande de subvention\u00a0: ',
  PROLONGATION: 'La date limite pour donner votre avis a changé. Il porte sur une demande de subvention\u00a0: ',
}

/** To somebody outside whose avis is asked: the one link by which they read the question and the files, and answer. The question stands behind it. */
export const demandeAvis = ({ genre, expert, objet, structure, jusquAu }: DonneesDemandeAvis): CourrielRendu =>
  mettreEnPage(SUJET[genre], [
    p(`Bonjour ${enLigne(expert.prenom)} ${enLigne(expert.nom)},`),
    p(DEBUT[genre], fort(enLigne(objet)), ', de ', fort(enLigne(structure)), '.'),
    p('La question, le projet et les pièces à lire sont ici\u00a0: ', lien(LIEN_A_LA_SORTIE)),
    p('Répondez au plus tard le ', jourAVenir(jusquAu), '. Jusque-là, vous pouvez revenir sur votre avis.'),
    p('Ce lien est personnel\u00a0: ne le transmettez pas. Qui l’ouvre lit le projet et peut répondre à votre place.'),
    p('Mission coopération européenne et internationale'),
  ])
