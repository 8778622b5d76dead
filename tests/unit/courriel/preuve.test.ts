import { expect, test } from 'vitest'
import { LIEN_A_LA_SORTIE } from '#domain/acces/compte'
import { ETATS_COURRIEL, MODELES } from '#domain/courriel/courriel'
import { CAUSES_ECHEC, PORTEE } from '#domain/courriel/echec-envoi'
import { estAProuver, preuveDe, PREUVES } from '#domain/courriel/preuve'
import { motsASortir } from '#infra/stores/acces/lien-secret'
import { motDuCourriel } from '#libelles/courriel/courriel'
import { texteDuCourriel } from '#libelles/courriel/courriel-en-texte'
import { LIBELLE_PREUVE, SENS_PREUVE } from '#libelles/courriel/preuve'

const LE = new Date('2026-11-20T10:00:00Z')

test('whatever the facts, the word is one of four, and none where nothing is promised any more', () => {
  for (const etat of ETATS_COURRIEL)
    for (const cause of [null, ...CAUSES_ECHEC, 'inconnue'])
      for (const remisAuServeurLe of [null, LE]) {
        const preuve = preuveDe({ etat, cause, remisAuServeurLe })
        if (etat === 'ANNULE') expect(preuve).toBeNull()
        else expect(PREUVES).toContain(preuve)
        // Only a mail that left, and of which a report says so, is with the server of the recipient.
        expect(preuve === 'REMIS_AU_SERVEUR').toBe(etat === 'ENVOYE' && remisAuServeurLe !== null)
        if (preuve === 'REFUSE')
          expect(etat === 'NON_REMIS' || CAUSES_ECHEC.some((une) => une === cause && PORTEE[une] === 'UN')).toBe(true)
      }
})

test('a list, a page and the text of a mail that left say of it the word that is proved', () => {
  for (const etat of ['ENVOYE', 'NON_REMIS'] as const)
    for (const remisAuServeurLe of [null, LE]) {
      const preuve = preuveDe({ etat, cause: null, remisAuServeurLe })
      const mot = motDuCourriel({ etat, remisAuServeurLe })
      expect(mot).toBe(preuve && LIBELLE_PREUVE[preuve])
      const texte = texteDuCourriel({
        ...{
          destinataire: 'ines@exemple.test',
          destinataireNom: 'Inès',
          sujet: 'RIB',
          texte: 'Bonjour',
          acteur: 'Le logiciel',
        },
        ...{ etat, creeLe: LE, envoyeLe: LE, remisAuServeurLe },
      })
      expect(texte).toContain('Remis au relais le 20/11/2026')
      expect(texte.includes(`(${mot.toLowerCase()})`)).toBe(preuve !== 'REMIS_AU_RELAIS')
    }
})

test('our relay’s 250 proves our relay, and a line that was cut proves nothing', () => {
  const faits = { cause: null, remisAuServeurLe: null }
  expect(preuveDe({ ...faits, etat: 'ENVOYE' })).toBe('REMIS_AU_RELAIS')
  expect(preuveDe({ ...faits, etat: 'ECHEC', cause: 'ISSUE_INCONNUE' })).toBe('PROMIS')
  expect(preuveDe({ ...faits, etat: 'ECHEC', cause: 'ADRESSE_INCONNUE' })).toBe('REFUSE')
})

test('no word says that it was delivered to a person, or that a person read it', () => {
  for (const preuve of PREUVES) {
    expect(LIBELLE_PREUVE[preuve]).not.toMatch(/livr|distribu|\blu\b|ouvert/i)
    expect(SENS_PREUVE[preuve]).not.toMatch(/livr|distribu|\blu\b/i)
  }
})

test('no copy is kept of a mail that gives a secret link', () => {
  const secrets = MODELES.filter((modele) => {
    const courriel = { modele, cleUnique: 'essai/1', texte: LIEN_A_LA_SORTIE, html: '' }
    return motsASortir(courriel).texte !== LIEN_A_LA_SORTIE
  })
  expect(secrets).toEqual(['mot_de_passe', 'compte_a_confirmer', 'mot_de_passe_extranet', 'demande_avis'])
  expect(secrets.filter((modele) => estAProuver({ modele }))).toEqual([])
})
