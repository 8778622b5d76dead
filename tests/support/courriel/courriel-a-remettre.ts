/** What is handed to a mailer, but for the id of its row. */
export const COURRIEL_A_REMETTRE = {
  destinataire: 'mairie@exemple.test',
  destinataireNom: 'Mairie d’Exemple',
  expediteurNom: '',
  reponseA: '',
  sujet: 'Votre demande n° 2025-00001',
  texte: 'Bonjour,',
  html: '<p>Bonjour,</p>',
  enReponseA: null,
  references: [],
  automatique: false,
  jetonRetour: '0123456789abcdef0123456789abcdef',
}
