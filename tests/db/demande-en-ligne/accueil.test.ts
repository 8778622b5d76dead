import pg from 'pg'
import { describe, expect, test, vi } from 'vitest'
import type { Demandeur } from '#domain/acces/acteur'
import type { Affinage } from '#domain/demandeur/affinage'
import { SANS_AFFINAGE } from '#support/demande-en-ligne/affinage'
import { syntheseDossier } from '#queries/dossier/synthese-dossier'
import { demandeEnLigne } from '#queries/extranet/demande-en-ligne'
import { accueilDuDemandeur } from '#queries/extranet/accueil-demandeur'
import { suiviDuDemandeur } from '#queries/extranet/dossier-suivi'
import { depotDuDemandeur } from '#queries/extranet/recapitulatif-du-demandeur'
import { NotFound } from '#infra/errors'
import { libererParUneAutre, VOTE } from '#support/vote'
import { demanderComplements } from '#usecases/complement/demander-complements'
import { deverrouillerDossier } from '#usecases/deverrouillage/deverrouiller-dossier'
import { refuserDossier } from '#usecases/dossier/refuser-dossier'
import { unAgent } from '../dossier/faits'
import { JUIN, unMondeEnLigne } from './monde'

/** Once no officer can take back what they did: it is told. */
const DIT = new Date('2027-06-01T10:20:00Z')

describe('the home of a structure', () => {
  const monde = unMondeEnLigne()

  const ici = async ({ id: demandeurId }: Demandeur, affinage: Partial<Affinage> = {}) => {
    const vue = { demandeurId, voulue: null, now: DIT, affinage: { ...SANS_AFFINAGE, ...affinage } }
    const lu = (await accueilDuDemandeur(monde.db, vue)).ici
    if (!lu) throw new Error('a member of a structure reads its home')
    return lu
  }
  async function unDepot() {
    const debut = await monde.unDebut()
    await monde.remplir(debut.anne, debut.id)
    const deposee = await monde.valider(debut.anne, debut.id)
    const { id: dossierId, version } = await monde.dossierDe(deposee.ok ? deposee.value.numero : '')
    return { ...debut, dossierId, version }
  }
  const partent = (dossierId: string) =>
    monde.db.courriel.updateMany({ where: { dossierId }, data: { etat: 'ENVOYE', envoyeLe: new Date(JUIN) } })

  test('what is begun is of the list, with its type and its amount, and is narrowed with the rest', async () => {
    const { anne, id } = await monde.unDebut()
    expect((await ici(anne)).commencees).toMatchObject([{ objet: '', montantDemandeCents: null }])
    await monde.remplir(anne, id)
    const vue = await ici(anne)
    expect(vue.demandes).toEqual([])
    expect(vue.commencees).toMatchObject([
      {
        ...{ id, dispositif: 'JUMELAGES', numero: null, objet: 'Fresque à Herne', montantDemandeCents: 1_000_000n },
        statutPortail: 'En cours de saisie',
        avancement: 'pas encore déposé · 50\u00a0% · 121\u00a0jours restants',
      },
    ])
    expect(vue.affinage).toMatchObject({
      sur: 1,
      types: [{ valeur: 'JUMELAGES', dit: 'Jumelages (public)' }],
      statuts: [{ valeur: 'En cours de saisie', dit: 'En cours de saisie' }],
      etats: [{ valeur: 'BROUILLON', dit: 'Pas encore déposée' }],
    })
    const reste = async (affinage: Partial<Affinage>) => (await ici(anne, affinage)).commencees.length
    expect(await reste({ mots: 'fresque' })).toBe(1)
    expect(await reste({ mots: 'kermesse' })).toBe(0)
    expect(await reste({ statutPortail: 'En cours d’analyse' })).toBe(0)
    expect(await reste({ dispositif: 'MEI' })).toBe(0)
    expect(await reste({ etat: 'BROUILLON', dispositif: 'JUMELAGES', statutPortail: 'En cours de saisie' })).toBe(1)
  })

  test('who begins only is known by what they wrote, else by who came first', async () => {
    const { anne, id, structureId } = await monde.unDebut()
    await monde.unMembre(structureId, 'REDACTEUR', 'Marc')
    expect((await ici(anne)).identite.correspondant).toBe('Anne Pruvost')
    const { reponses: base } = await demandeEnLigne(monde.db, anne, { id, now: DIT })
    await monde.ecrire(anne, {
      id,
      etape: 'STRUCTURE',
      base,
      miennes: { ...base, correspondantPrenom: 'Lise', correspondantNom: 'Roux' },
    })
    expect((await ici(anne)).identite.correspondant).toBe('Lise Roux')
  })

  test('what is asked is said with its last day, and given from there by who does more than read', async () => {
    const { anne, structureId, dossierId, version } = await unDepot()
    const element = { code: 'RIB', constat: 'Le RIB est illisible.', aFaire: 'Joignez-en un autre.' }
    const asked = { elements: [element], cles: [], remplace: null, limite: '2027-06-22' }
    await demanderComplements(monde.depsA(), await unAgent(monde.db), { dossierId, version, ...asked })
    expect((await ici(anne)).demandes).toMatchObject([{ statutPortail: 'En cours d’analyse', completer: null }])
    await partent(dossierId)
    expect((await ici(anne)).demandes).toMatchObject([
      {
        ...{ statutPortail: 'Demande de complément', dit: 'Incomplète', modifier: null },
        suite: '1\u00a0élément attendu, jusqu’au 22/06/2027 inclus. Le délai de réponse est suspendu en attendant.',
        completer: `/extranet/dossiers/${dossierId}/complements`,
      },
    ])
    const marc = await monde.unMembre(structureId, 'LECTEUR', 'Marc')
    expect((await ici(marc)).demandes).toMatchObject([{ dit: 'Incomplète', completer: null }])
  })

  test('what an officer opened again is changed from there until it closes, once it can be taken back no more', async () => {
    const { anne, structureId, dossierId, version, id } = await unDepot()
    const voulue = { sections: ['PROJET'], champs: [], pieces: [], motif: 'Le projet est à préciser.' } as const
    const chef = await unAgent(monde.db, 'RESPONSABLE')
    await deverrouillerDossier(monde.depsA(DIT.toISOString()), chef, {
      dossierId,
      version,
      ...voulue,
      echeance: '2027-06-12',
    })
    expect((await ici(anne)).demandes).toMatchObject([{ statutPortail: 'En cours d’analyse', modifier: null }])
    await monde.db.deverrouillage.updateMany({ where: { dossierId }, data: { annulableJusquA: new Date(JUIN) } })
    const rouverte = {
      ...{ statutPortail: 'En cours de saisie', dit: 'Déposée, pièces en cours de vérification' },
      suite: 'Vous pouvez la modifier jusqu’au 12/06/2027 à 23:59.',
    }
    expect((await ici(anne)).demandes).toMatchObject([{ ...rouverte, modifier: `/extranet/demandes/${id}/structure` }])
    const marc = await monde.unMembre(structureId, 'LECTEUR', 'Marc')
    expect((await ici(marc)).demandes).toMatchObject([{ ...rouverte, modifier: null }])
  })

  test('its statut is that of what was told, here, on its page and for the officer; no vote is read in it', async () => {
    const { anne, dossierId, version } = await unDepot()
    const statuts = async () => [
      (await ici(anne)).demandes[0]?.statutPortail,
      (await suiviDuDemandeur(monde.db, anne, { id: dossierId, now: DIT })).statutPortail,
      (await syntheseDossier(monde.db, dossierId, DIT)).champs['statut'],
    ]
    const partout = (statutDit: string) => [statutDit, statutDit, statutDit]
    expect(await statuts()).toEqual(partout('En cours d’analyse'))
    await monde.db.dossier.update({ where: { id: dossierId }, data: { etat: 'VOTE' } })
    expect(await statuts()).toEqual(partout('En cours d’instruction'))
    await monde.db.dossier.update({ where: { id: dossierId }, data: { etat: 'DEPOSE' } })
    const refus = { vote: VOTE, motif: 'CREDITS_EPUISES', precision: 'L’enveloppe est engagée.' } as const
    const chef = await unAgent(monde.db, 'RESPONSABLE')
    expect((await refuserDossier(monde.depsA(), chef, { dossierId, version, ...refus })).ok).toBe(true)
    expect(await statuts()).toEqual(partout('En cours d’instruction'))
    await libererParUneAutre(monde.depsA(), dossierId)
    expect(await statuts()).toEqual(partout('En cours d’instruction'))
    await partent(dossierId)
    expect(await statuts()).toEqual(partout('Refusé'))
    expect((await ici(anne, { statutPortail: 'Refusé' })).demandes).toHaveLength(1)
  })

  test('what was deposited is read as a page by its structure alone, in its words', async () => {
    const { anne, dossierId } = await unDepot()
    const depot = await depotDuDemandeur(monde.db, anne, dossierId)
    expect(JSON.stringify(depot.parties)).toContain('Fresque à Herne')
    const ailleurs = await monde.unMembre(await monde.uneStructure())
    await expect(depotDuDemandeur(monde.db, ailleurs, dossierId)).rejects.toThrow(NotFound)
    await monde.db.recapitulatifDeDepot.delete({ where: { dossierId } })
    await expect(depotDuDemandeur(monde.db, anne, dossierId)).rejects.toThrow(NotFound)
  })

  test('however many demandes there are, the same statements are sent', async () => {
    const { anne, dossierId } = await unDepot()
    const envoyes = async () => {
      const envoi = vi.spyOn(pg.Client.prototype, 'query')
      await ici(anne)
      const combien = envoi.mock.calls.length
      envoi.mockRestore()
      return combien
    }
    const dune = await envoyes()
    const { structureId, campagneId, etat, statutPortail, origine } = await monde.db.dossier.findUniqueOrThrow({
      where: { id: dossierId },
    })
    const une = {
      ...{ structureId, campagneId, etat, statutPortail, origine },
      objet: 'Une autre',
      donnees: {},
      contactNom: '',
      montantDemandeCents: 0n,
    }
    for (let i = 0; i < 5; i += 1)
      await monde.db.dossier.create({ data: { ...une, numero: `2027-9000${i}`, deposeLe: new Date('2027-05-01') } })
    expect((await ici(anne)).demandes).toHaveLength(6)
    const deSix = await envoyes()
    expect(deSix).toBe(dune)
  })
})
