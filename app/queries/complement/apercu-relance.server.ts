import { destinataire } from '#domain/courriel/courriel'
import { type Relance, relancer, type RefusRelance } from '#domain/complement/relance'
import { no, ok, type Result } from '#domain/result'
import { jourDeParis } from '#domain/temps/jour'
import { courrielDeRelance } from '#emails/courriel-de-complement'
import type { CourrielCompose } from '#emails/courriel-de-dossier'
import type { AgentSignataire } from '#emails/formules'
import type { Db, Tx } from '#infra/db'
import { loadSignataire } from '#infra/stores/acces/agent'
import { demandeEnAttente, type DemandeLue, rejetDuDossier, suivreDemande } from '#infra/stores/complement/complement'
import type { DossierCharge } from '#infra/stores/dossier/dossier'

export type Rappel = { genre: Relance; complement: DemandeLue; courriel: CourrielCompose; attendus: number }

/** The reminder this dossier calls for today, or why none may leave. In the name of `signataire`, else of who made the request. */
export async function apercuRelance(
  tx: Tx | Db,
  dossier: DossierCharge,
  { now, signataire }: { now: Date; signataire: AgentSignataire | null },
): Promise<Result<Rappel, RefusRelance>> {
  const complement = await demandeEnAttente(tx, dossier.id)
  if (!complement) return no('AUCUNE_DEMANDE')
  const attendus = (await suivreDemande(tx, complement)).filter(({ recuLe }) => recuLe === null)
  const { contactCourriel, structure } = dossier
  const adresse = destinataire({ contactCourriel, structureCourriel: structure.courriel })
  const answer = relancer({ ...complement, attendus: attendus.length }, { today: jourDeParis(now), adresse })
  if (!answer.ok) return answer
  const courriel = courrielDeRelance(
    dossier,
    {
      elements: attendus,
      limite: complement.limite,
      du: complement.du,
      genre: answer.value,
      rejetLe: await rejetDuDossier(tx, dossier),
    },
    { now, signataire: signataire ?? (await loadSignataire(tx, complement.parId)) },
  )
  return courriel ? ok({ genre: answer.value, complement, courriel, attendus: attendus.length }) : no('SANS_ADRESSE')
}
