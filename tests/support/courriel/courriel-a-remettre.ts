import { createHash } from 'node:crypto'

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
  aProuver: true,
  joints: [],
  jetonRetour: '0123456789abcdef0123456789abcdef',
}

const OCTETS = Buffer.from('Subject: Votre demande\r\n\r\nBonjour,\r\n')

/** What a mailer handed over, and how our relay took it. */
export const PRIS = {
  copie: { octets: OCTETS, sha256: createHash('sha256').update(OCTETS).digest('hex'), pieces: [] },
  reponse: '250 2.0.0 Ok: queued as 4XyZ',
}
