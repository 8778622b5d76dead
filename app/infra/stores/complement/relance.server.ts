import { relancer } from '#domain/complement/relance'
import { destinataire } from '#domain/courriel/courriel'
import { no, ok } from '#domain/result'
import { jourDeParis } from '#domain/temps/jour'
import type { Db, Tx } from '#infra/db'
import { loadRedacteur } from '#infra/stores/acces/agent'
import { demandeEnAttente, rejetDuDossier, suivreDemande } from '#infra/stores/complement/complement'
import type { DossierCharge } from '#infra/stores/dossier/dossier'

type Redacteur = Awaited<ReturnType<typeof loadRedacteur>>

/**
 * What the reminder that this dossier calls for today has to say, or why none may leave. In the name of `redacteur`, else of who made
 * the request.
 */
export async function loadRelance(
  tx: Tx | Db,
  dossier: DossierCharge,
  { now, redacteur }: { now: Date; redacteur: Redacteur | null },
) {
  const complement = await demandeEnAttente(tx, dossier.id)
  if (!complement) return no('AUCUNE_DEMANDE')
  const elements = (await suivreDemande(tx, complement)).filter(({ recuLe }) => recuLe === null)
  const { contactCourriel, structure } = dossier
  const adresse = destinataire({ contactCourriel, structureCourriel: structure.courriel })
  const answer = relancer(
    { ...complement, attendus: elements.length },
    { today: jourDeParis(now), adresse, cas: dossier },
  )
  if (!answer.ok) return answer
  return ok({
    genre: answer.value,
    complement,
    elements,
    rejetLe: await rejetDuDossier(tx, dossier),
    redacteur: redacteur ?? (await loadRedacteur(tx, complement.parId)),
    now,
  })
}

/** A reminder that may leave. */
export type RelanceLue = Extract<Awaited<ReturnType<typeof loadRelance>>, { ok: true }>['value']
