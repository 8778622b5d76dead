import { describe, expect, test } from 'vitest'
import { demandeADeposer } from '#emails/modeles/demande-a-deposer'
import { etatDuFait } from '#infra/stores/courriel/fait'
import { rappelerDemandes } from '#usecases/demande-en-ligne/rappeler-demandes'
import { APRES, unMondeEnLigne } from './monde'

const SEPT_JOURS = '2027-09-24T08:00:00Z'
const DEUX_JOURS = '2027-09-29T08:00:00Z'

describe('a demande on line that is not deposited', () => {
  const monde = unMondeEnLigne()
  const rappeler = (le: string) => rappelerDemandes(monde.depsA(le))
  const ecritsA = (courriel: string) =>
    monde.db.courriel.findMany({ where: { destinataire: courriel }, orderBy: { creeLe: 'asc' } })

  test('is reminded of once for each instant, to who may deposit it, in a mail that says how far it is and until when', async () => {
    const { id, anne, structureId } = await monde.unDebut()
    const lecteur = await monde.unMembre(structureId, 'LECTEUR', 'Marc')
    await monde.remplir(anne, id)
    expect(await rappeler(SEPT_JOURS)).toEqual({ rappelees: 1 })
    expect(await rappeler(SEPT_JOURS)).toEqual({ rappelees: 0 })
    const [mail, ...reste] = await ecritsA(anne.courriel)
    expect(reste).toEqual([])
    expect(mail).toMatchObject({ modele: 'demande_a_deposer', etat: 'A_ENVOYER' })
    expect(mail?.texte).toContain('elle n’est pas encore déposée')
    expect(mail?.texte).toContain('complétée à 50\u00a0%')
    expect(mail?.texte).toContain('30\u00a0septembre\u00a02027')
    expect(await ecritsA(lecteur.courriel)).toEqual([])
    expect(await rappeler(DEUX_JOURS)).toEqual({ rappelees: 1 })
    expect(await ecritsA(anne.courriel)).toHaveLength(2)
    expect(await monde.db.entreeJournal.count({ where: { objetId: id, acte: 'rappelerDemande' } })).toBe(2)
    const annonce = {
      modele: 'demande_a_deposer' as const,
      cleUnique: mail?.cleUnique ?? '',
      creeLe: new Date(SEPT_JOURS),
    }
    expect((await etatDuFait(monde.db, annonce, new Date(DEUX_JOURS))).tient).toBe(true)
    expect((await etatDuFait(monde.db, annonce, new Date(APRES))).tient).toBe(false)
    await monde.valider(anne, id, { le: DEUX_JOURS })
    expect((await etatDuFait(monde.db, annonce, new Date(DEUX_JOURS))).tient).toBe(false)
    expect(await rappeler('2027-09-30T08:00:00Z')).toEqual({ rappelees: 0 })
  })

  test('two machines that look at once write it once', async () => {
    const { anne } = await monde.unDebut()
    await Promise.all([rappeler(SEPT_JOURS), rappeler(SEPT_JOURS)])
    expect(await ecritsA(anne.courriel)).toHaveLength(1)
  })
})

test('a title that nobody gave is not quoted, and an address that is known is a link', () => {
  const donnees = {
    prenom: 'Anne',
    structure: 'Comité',
    objet: '',
    campagne: 'Jumelages 2027',
    pourcent: 0,
    echeance: '2027-09-30',
  }
  const { texte, html } = demandeADeposer({ ...donnees, adresse: 'https://mcei.exemple.test/extranet/demandes/1' })
  expect(texte).toContain('La demande de Comité (Jumelages 2027)')
  expect(html).toContain('href="https://mcei.exemple.test/extranet/demandes/1"')
})
