import type { Reponses } from '#domain/pre-projet/formulaire'
import { parseSiret } from '#domain/structure/identifiants'

/** These digits, then the one that gives them their key. */
export const siretDe = (treize: string): string =>
  Array.from({ length: 10 }, (_, cle) => `${treize}${cle}`).find((nombre) => parseSiret(nombre).ok) ?? ''

/** Right answers to every question of the fiche pré-projet, as a hand types them. */
export const REPONSES: Reponses = {
  structure: 'Comité de jumelage de Bruay',
  genre: 'association',
  siret: siretDe('1234567820001'),
  codePostal: '62700',
  commune: 'Bruay-la-Buissière',
  contact: 'Camille Duriez',
  courriel: 'camille.duriez@exemple.test',
  telephone: '03 21 00 00 00',
  titre: 'Une fresque à deux mains',
  theme: 'Mémoire',
  pays: 'Allemagne',
  ville: 'Herne',
  partenaire: 'Jugendzentrum der Stadt',
  dateDebut: '20/04/2027',
  dateFin: '26/04/2027',
  nbJeunes: '24',
  age: '14 à 17 ans',
  description: 'Les jeunes peignent une fresque.\nElle reste à Herne.',
  coutTotal: '12 000',
  montantSouhaite: '4 500,50',
  autresFinanceurs: 'Ville de Bruay : 2 000 €, demandé',
}
