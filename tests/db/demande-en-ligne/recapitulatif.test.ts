import { describe, expect, test } from 'vitest'
import { SANS_AFFINAGE } from '#support/demande-en-ligne/affinage'
import { NotFound } from '#infra/errors'
import { LecteursOccupes } from '#lecteurs/lecteurs'
import { fichiersJoints } from '#queries/courriel/fichiers-joints'
import { recapitulatifDuDemandeur } from '#queries/extranet/recapitulatif-du-demandeur'
import { accueilDuDemandeur } from '#queries/extranet/accueil-demandeur'
import { suiviDuDemandeur } from '#queries/extranet/dossier-suivi'
import { lire } from '../../unit/fichiers/lu-a-voix-haute'
import { unEnvoi } from '../courriel/envoi-en-ligne'
import { occuperLesLecteurs } from '../courriel-recu/lecteurs-pleins'
import { JUIN, unMondeEnLigne } from './monde'

describe('the récapitulatif of a deposit', () => {
  const monde = unMondeEnLigne()
  const { arrives, envoyer } = unEnvoi(monde)

  async function unDepot() {
    const { id, anne, structureId } = await monde.unDebut()
    await monde.remplir(anne, id)
    await monde.donner(anne, { id, code: 'LETTRE', nomFichier: 'Lettre signée.pdf' })
    const deposee = await monde.valider(anne, id)
    const numero = deposee.ok ? deposee.value.numero : ''
    return { id, anne, structureId, numero, dossierId: (await monde.dossierDe(numero)).id }
  }
  const confirmationDe = (dossierId: string) =>
    monde.db.courriel.findFirstOrThrow({ where: { dossierId, modele: 'confirmation_envoi' } })
  const recu = (id: string) => arrives().find(({ messageId }) => messageId === `<${id}@mcei.test>`)

  test('leaves with the confirmation d’envoi, is what its structure downloads, and is kept with the mail', async () => {
    const { anne, numero, dossierId } = await unDepot()
    const { id, texte } = await confirmationDe(dossierId)
    expect(texte).toContain('récapitulatif')
    await envoyer(id)
    const joints = recu(id)?.attachments ?? []
    expect(joints.map(({ filename, contentType }) => [filename, contentType])).toEqual([
      [`recapitulatif-${numero}.pdf`, 'application/pdf'],
    ])
    const { tout } = await lire(new Uint8Array(joints[0]?.content ?? Buffer.alloc(0)))
    expect(tout).toContain(`Numéro de la demande ${numero}`)
    expect(tout).toContain('01/06/2027 à 12:00 (heure de Paris)')
    expect(tout).toContain('Lettre datée/signée sollicitant un soutien financier du CD62 Lettre signée.pdf')
    const rendu = await recapitulatifDuDemandeur({ db: monde.db }, anne, dossierId)
    expect(rendu.nom).toBe(`recapitulatif-${numero}.pdf`)
    expect(rendu.recapitulatif.ok && Buffer.from(rendu.recapitulatif.value).equals(joints[0]?.content as Buffer)).toBe(
      true,
    )
    const [copie] = await monde.db.copieDeCourriel.findMany({ where: { courrielId: id } })
    expect(copie?.pieces).toMatchObject([{ nom: `recapitulatif-${numero}.pdf`, type: 'application/pdf' }])
    const accuse = await monde.db.courriel.findFirstOrThrow({ where: { dossierId, modele: 'ar_depot' } })
    await envoyer(accuse.id)
    expect(recu(accuse.id)?.attachments).toEqual([])
  })

  test('says the deposit alone, whatever is changed after it', async () => {
    const { anne, dossierId } = await unDepot()
    const avant = await recapitulatifDuDemandeur({ db: monde.db }, anne, dossierId)
    await monde.db.dossier.update({ where: { id: dossierId }, data: { objet: 'Autre', montantDemandeCents: 1n } })
    await monde.db.reponsesDEtape.updateMany({
      where: { demandeEnLigne: { dossierId } },
      data: { reponses: { objet: 'Autre' } },
    })
    const apres = await recapitulatifDuDemandeur({ db: monde.db }, anne, dossierId)
    expect(apres).toEqual(avant)
  })

  test('a mail whose file cannot be made leaves without it, and nobody else reads what was deposited', async () => {
    const { anne, structureId, dossierId } = await unDepot()
    const ailleurs = await monde.unMembre(await monde.uneStructure())
    await expect(recapitulatifDuDemandeur({ db: monde.db }, ailleurs, dossierId)).rejects.toThrow(NotFound)
    const lecteur = await monde.unMembre(structureId, 'LECTEUR', 'Marc')
    expect((await recapitulatifDuDemandeur({ db: monde.db }, lecteur, dossierId)).recapitulatif.ok).toBe(true)
    const { id } = await confirmationDe(dossierId)
    // A title that is empty is no document that a screen reader can name.
    await monde.db.$executeRaw`
      UPDATE recapitulatif_de_depot SET contenu = contenu || '{"titre": ""}' WHERE dossier_id = ${dossierId}::uuid`
    expect((await recapitulatifDuDemandeur({ db: monde.db }, anne, dossierId)).recapitulatif).toMatchObject({
      ok: false,
      reason: 'RECAPITULATIF_NON_COMPOSE',
    })
    await envoyer(id)
    expect(recu(id)?.attachments).toEqual([])
    expect(await confirmationDe(dossierId)).toMatchObject({ etat: 'ENVOYE' })

    // What breaks its reader.
    const autre = await unDepot()
    await monde.db.recapitulatifDeDepot.update({ where: { dossierId: autre.dossierId }, data: { contenu: 'rien' } })
    const confirmation = await confirmationDe(autre.dossierId)
    await envoyer(confirmation.id)
    expect(recu(confirmation.id)?.attachments).toEqual([])
    expect(await confirmationDe(autre.dossierId)).toMatchObject({ etat: 'ENVOYE' })
  })

  test('where too many files wait to be drawn, its mail waits too, and carries it afterwards', async () => {
    const { dossierId } = await unDepot()
    const courriel = await confirmationDe(dossierId)
    const attendent = occuperLesLecteurs()
    await expect(fichiersJoints(monde.depsA(), courriel)).rejects.toBeInstanceOf(LecteursOccupes)
    await attendent
    expect(await fichiersJoints(monde.depsA(), courriel)).toHaveLength(1)
  })

  test('is offered where it is kept, and a dossier without one has none', async () => {
    const { anne, dossierId } = await unDepot()
    const voir = async () => {
      const now = new Date(JUIN)
      const { ici } = await accueilDuDemandeur(monde.db, {
        demandeurId: anne.id,
        affinage: SANS_AFFINAGE,
        voulue: null,
        now,
      })
      const suivi = await suiviDuDemandeur(monde.db, anne, { id: dossierId, now })
      return [ici?.demandes.map((une) => une.aUnRecapitulatif), suivi.aUnRecapitulatif]
    }
    expect(await voir()).toEqual([[true], true])
    await monde.db.recapitulatifDeDepot.delete({ where: { dossierId } })
    expect(await voir()).toEqual([[false], false])
    await expect(recapitulatifDuDemandeur({ db: monde.db }, anne, dossierId)).rejects.toThrow(NotFound)
  })
})
