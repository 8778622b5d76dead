import { addDays, debutDeJournee } from '#domain/temps/jour'
import type { Conversation } from '#infra/stores/courriel-recu/fil'
import { loadCorrespondance } from '#infra/stores/portail/correspondance'
import { annulerCourriel } from '#usecases/courriel/annuler-courriel'
import { constaterRemise } from '#usecases/courriel/constater-remise'
import { declarerCourrielEnEchec } from '#usecases/courriel/declarer-courriel-en-echec'
import { ecrireMessage } from '#usecases/courriel/ecrire-message'
import { auBureau, type DepsDemo, type Evenement, type Monde, must } from './agenda'
import { DOSSIERS } from './dossiers'
import { importeLeDe, numeroDe } from './extraction'

export const rangDe = (objet: string): number => {
  const rang = DOSSIERS.findIndex((dossier) => dossier.objet === objet)
  if (rang < 0) throw new Error(`no such dossier: ${objet}`)
  return rang
}

/** An officer writes to the structure of this dossier; gives the mail. */
async function ecrire(
  deps: DepsDemo,
  { calendrier, equipe }: Monde,
  message: { rang: number; corps: string; partirLe?: Date },
) {
  const { rang, ...ecrit } = message
  const numero = numeroDe(calendrier, rang)
  const { id: dossierId } = await deps.db.dossier.findUniqueOrThrow({ where: { numero }, select: { id: true } })
  const sujet: Conversation = { dossierId }
  const { correspondants, fil } = await loadCorrespondance(deps.db, sujet)
  const destinataire = correspondants[0]?.adresse ?? ''
  const jeton = `demonstration-${rang}`
  must(await ecrireMessage(deps, equipe.instructeur, { sujet, jeton, filVu: fil, destinataire, ...ecrit }), numero)
  return deps.db.courriel.findFirstOrThrow({
    where: { dossierId, modele: 'message_libre' },
    orderBy: [{ creeLe: 'desc' }, { id: 'asc' }],
    select: { id: true, version: true },
  })
}

const REFUS_DE_REGLE = '550 5.7.1 Message refused by the rules of this server'

const TABLE_PERIMEE = '550 5.1.1 <paul.duquesne@exemple.test>: Recipient address rejected: User unknown'

/** What mails become that did not simply arrive: given back, given up, taken back, waiting for their hour. */
export function incidentsDe(monde: Monde): Evenement[] {
  const { calendrier, equipe, maintenant } = monde
  const rendu = rangDe('Marché de Noël à Hesdin et Rochester')
  const [coupe, repris, prevu] = [
    rangDe('Orchestre au collège à Leyde'),
    rangDe('Jeunes ambassadeurs à Ziguinchor'),
    rangDe('Mémoire européenne à Ypres et Berlin'),
  ]
  const jour = (ilYa: number, heure: number) => auBureau(monde, addDays(calendrier.aujourdhui, -ilYa), [heure])
  return [
    {
      le: auBureau(monde, addDays(importeLeDe(calendrier, rendu), 1), [14, 40]),
      faire: async ({ db, now }) => {
        const courriel = await db.courriel.findFirstOrThrow({
          where: { dossier: { numero: numeroDe(calendrier, rendu) }, etat: 'ENVOYE' },
          select: { id: true, destinataire: true, etat: true, version: true },
        })
        const remise = { action: 'failed', codeStatut: '5.1.1', diagnostic: TABLE_PERIMEE } as const
        await db.$transaction((tx) => constaterRemise(tx, { courriel, remise, parJeton: true }, now()))
      },
    },
    {
      // The refusal of a grant that came back: it is to be told by post.
      le: maintenant,
      faire: async ({ db, now }) => {
        const numero = numeroDe(calendrier, rangDe('Réception de la délégation de Rye'))
        const courriel = await db.courriel.findFirstOrThrow({
          where: { dossier: { numero }, etat: 'ENVOYE', cleUnique: { startsWith: 'decision/' } },
          select: { id: true, destinataire: true, etat: true, version: true },
        })
        const remise = { action: 'failed', codeStatut: '5.7.1', diagnostic: REFUS_DE_REGLE } as const
        await db.$transaction((tx) => constaterRemise(tx, { courriel, remise, parJeton: true }, now()))
      },
    },
    {
      le: jour(1, 9),
      faire: async (deps) => {
        const corps = 'Votre dossier nous est bien parvenu ; nous contrôlons les pièces cette semaine.'
        const { id } = await ecrire(deps, monde, { rang: coupe, corps })
        await declarerCourrielEnEchec(deps, { courrielId: id, motif: 'Le serveur de courrier a coupé la liaison.' })
      },
    },
    {
      le: jour(12, 11),
      faire: async (deps) => {
        const partirLe = new Date(deps.now().getTime() + 3 * 86_400_000)
        const corps = 'Merci de nous dire si la date du départ est confirmée.'
        const { id, version } = await ecrire(deps, monde, { rang: repris, corps, partirLe })
        must(await annulerCourriel(deps, equipe.instructeur, { courrielId: id, version }), 'annuler')
      },
    },
    {
      le: maintenant,
      faire: (deps) => {
        const partirLe = new Date(debutDeJournee(addDays(calendrier.aujourdhui, 1)).getTime() + 8 * 3_600_000)
        const corps = 'La commission se réunit le mois prochain ; nous vous tiendrons informés de sa décision.'
        return ecrire(deps, monde, { rang: prevu, corps, partirLe })
      },
    },
  ]
}
