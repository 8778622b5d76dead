import { randomUUID } from 'node:crypto'
import { expect, describe, test } from 'vitest'
import { MODELES, type Modele } from '#domain/courriel/courriel'
import { MODELES_RELUS } from '#domain/courriel/relecture'
import { courrielsDuDemandeur } from '#queries/extranet/courriels-du-demandeur'
import { suiviDuDemandeur } from '#queries/extranet/dossier-suivi'
import type { Prisma } from '#prisma'
import { unMondeEnLigne } from '../demande-en-ligne/monde'

const NOW = new Date('2027-06-20T10:00:00Z')

describe('the mails that a demandeur reads again', () => {
  const monde = unMondeEnLigne()

  const ecrire = (modele: Modele, sujet: string, change: Partial<Prisma.CourrielUncheckedCreateInput>) =>
    monde.db.courriel.create({
      data: {
        ...{ cleUnique: randomUUID(), modele, sujet, destinataire: 'autre@exemple.test' },
        ...{ texte: `Texte de « ${sujet} »`, html: '<p></p>', etat: 'ENVOYE', envoyeLe: NOW },
        ...{ acteurType: 'SYSTEME', acteur: 'Système', ...change },
      },
    })

  async function uneStructureQuiADepose() {
    const { structureId, anne, id } = await monde.unDebut()
    await monde.remplir(anne, id)
    const deposee = await monde.valider(anne, id)
    const { id: dossierId } = await monde.dossierDe(deposee.ok ? deposee.value.numero : '')
    const { courriel } = await monde.db.demandeur.findUniqueOrThrow({ where: { id: anne.id } })
    return { structureId, anne, courriel, dossierId }
  }

  const lire = (demandeurId: string, page = 1) => courrielsDuDemandeur(monde.db, { demandeurId, page })
  const sujets = async (demandeurId: string) => (await lire(demandeurId)).courriels.map(({ sujet }) => sujet).sort()

  test('are those of the demandes of their structure, and what was written to their own address', async () => {
    const { anne, courriel: destinataire, dossierId, structureId } = await uneStructureQuiADepose()
    const collegue = await monde.unMembre(structureId)
    await ecrire('relance', 'De la demande, à une autre adresse', { dossierId })
    await ecrire('demande_a_deposer', 'Rappel', { destinataire })
    await ecrire('changement_reglement', 'Règlement', { destinataire })
    await ecrire('avis_preprojet', 'Avis', { destinataire })
    await ecrire('compte_ouvert', 'Compte', { destinataire })
    const siens = ['Avis', 'Compte', 'De la demande, à une autre adresse', 'Rappel', 'Règlement']
    expect(await sujets(anne.id)).toEqual(siens)
    expect(await sujets(collegue.id)).toEqual(['De la demande, à une autre adresse'])

    const { courriels, adresse } = await lire(anne.id)
    expect(adresse).toBe(destinataire)
    const { numero } = await monde.db.dossier.findUniqueOrThrow({ where: { id: dossierId } })
    expect(courriels.find(({ dossier }) => dossier)).toMatchObject({
      ...{ texte: 'Texte de « De la demande, à une autre adresse »', dossier: { id: dossierId, numero } },
    })
  })

  test('never of another structure, whoever it was written to, nor to somebody else', async () => {
    const { anne, courriel: destinataire } = await uneStructureQuiADepose()
    const voisine = await uneStructureQuiADepose()
    await ecrire('decision_defavorable', 'D’une autre structure', { dossierId: voisine.dossierId })
    await ecrire('pieces_manquantes', 'D’une autre structure, à soi', { dossierId: voisine.dossierId, destinataire })
    await ecrire('demande_a_deposer', 'À quelqu’un d’autre', { destinataire: voisine.courriel })
    expect(await sujets(anne.id)).toEqual([])

    await monde.db.membreDeStructure.deleteMany({ where: { demandeurId: voisine.anne.id } })
    expect(await sujets(voisine.anne.id)).toEqual(['À quelqu’un d’autre'])
  })

  test('never one that has not left, that gives a link which serves once, or of a dossier that is no more there', async () => {
    const { anne, courriel: destinataire, dossierId } = await uneStructureQuiADepose()
    await ecrire('relance', 'Pas parti', { dossierId, etat: 'A_ENVOYER', envoyeLe: null })
    for (const modele of MODELES.filter((un) => !MODELES_RELUS.includes(un)))
      await ecrire(modele, modele, { destinataire })
    expect(await sujets(anne.id)).toEqual([])
    expect(MODELES_RELUS).not.toContain('mot_de_passe_extranet')
    expect(MODELES_RELUS).not.toContain('compte_a_confirmer')

    await ecrire('relance', 'Parti', { dossierId })
    expect(await sujets(anne.id)).toEqual(['Parti'])
    await monde.db.dossier.update({ where: { id: dossierId }, data: { disparuLe: NOW } })
    expect(await sujets(anne.id)).toEqual([])
  })

  test('say what is proved of each, and no more, here as on the page of the demande', async () => {
    const { anne, dossierId } = await uneStructureQuiADepose()
    await ecrire('relance', 'Relais', { dossierId })
    await ecrire('relance', 'Serveur', { dossierId, remisAuServeurLe: NOW })
    await ecrire('relance', 'Revenu', { dossierId, etat: 'NON_REMIS' })
    const preuves = { Relais: 'REMIS_AU_RELAIS', Serveur: 'REMIS_AU_SERVEUR', Revenu: 'REFUSE' }
    const dites = (courriels: readonly { sujet: string; preuve: string | null }[]) =>
      Object.fromEntries(courriels.map(({ sujet, preuve }) => [sujet, preuve]))
    expect(dites((await lire(anne.id)).courriels)).toEqual(preuves)
    expect(dites((await suiviDuDemandeur(monde.db, anne, { id: dossierId, now: NOW })).courriels)).toEqual(preuves)
  })

  test('are read page by page, last first, each once', async () => {
    const { anne, courriel: destinataire } = await uneStructureQuiADepose()
    const noms = Array.from({ length: 45 }, (_, rang) => `Rappel ${String(rang).padStart(2, '0')}`)
    for (const [rang, nom] of noms.entries())
      await ecrire('demande_a_deposer', nom, { destinataire, envoyeLe: new Date(NOW.getTime() - rang * 60_000) })
    const pages = [await lire(anne.id, 1), await lire(anne.id, 2), await lire(anne.id, 3)]
    expect(pages.map(({ courriels, suivante }) => [courriels.length, suivante])).toEqual([
      [20, true],
      [20, true],
      [5, false],
    ])
    expect(pages.flatMap(({ courriels }) => courriels.map(({ sujet }) => sujet))).toEqual(noms)
    expect((await lire(anne.id, 4)).courriels).toEqual([])
  })
})
