import { useLoaderData, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { hasDroit } from '#domain/acces/droits'
import { empechementControle } from '#domain/dossier/instruction'
import { CODES_PIECE, CONTROLES } from '#domain/piece/piece'
import { libelleRefusPiece } from '#libelles/instruction'
import { pourquoi } from '#libelles/piece'
import { dossierDeLAdresse } from '#queries/adresse-dossier'
import { piecesDossier } from '#queries/pieces-dossier'
import { PiecesDossier } from '#ui/piece-dossier'
import { controlerPiece } from '#usecases/controler-piece'
import { reconnaitrePiece } from '#usecases/reconnaitre-piece'
import { agentAction, agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'

export const loader = agentLoader('piece.lire', async ({ agent, params }) => {
  const { id, adresse } = await dossierDeLAdresse(deps.db, params.numero)
  const pieces = await piecesDossier(deps.db, id)
  const peutControler = hasDroit(agent, 'dossier.instruire') && empechementControle(pieces.etat) === null
  return { adresse, pieces, peutControler, pourquoi: pourquoi(pieces.completude) }
})

const Visee = z.object({ pieceId: z.uuid(), versionPiece: z.coerce.number().int().min(0) })

const Verdict = z.object({
  intent: z.literal('controler'),
  controle: z.enum(CONTROLES),
  motif: z.string().max(60).optional(),
  precision: z.string().max(1000, 'Raccourcissez la précision\u00a0: 1000 caractères au plus.').optional(),
})

const PieceForm = z.union([
  Verdict.extend(Visee.shape),
  Verdict.extend({ code: z.enum(CODES_PIECE) }),
  z.object({ intent: z.literal('reconnaitre'), reconnue: z.enum(CODES_PIECE) }).extend(Visee.shape),
])

export const action = agentAction(async ({ agent, params, request }) => {
  const { id: dossierId } = await dossierDeLAdresse(deps.db, params.numero)
  const form = PieceForm.safeParse(Object.fromEntries(await request.formData()))
  if (!form.success) return { ok: false as const, erreur: 'Ce contrôle n’a pas pu être lu\u00a0: rechargez la page.' }
  const answer =
    form.data.intent === 'controler'
      ? await controlerPiece(deps, agent, { dossierId, ...form.data })
      : await reconnaitrePiece(deps, agent, { dossierId, ...form.data, code: form.data.reconnue })
  return answer.ok
    ? { ok: true as const, pourquoi: pourquoi(answer.value) }
    : { ok: false as const, erreur: libelleRefusPiece(answer.reason) }
})

export default function Pieces() {
  const { adresse, pieces, peutControler, pourquoi: phrase } = useLoaderData<typeof loader>()
  const [params] = useSearchParams()
  return (
    <PiecesDossier
      adresse={adresse}
      lignes={pieces.lignes}
      completude={{ complet: pieces.completude.complet, phrase }}
      choisie={params.get('piece')}
      version={params.get('version')}
      peutControler={peutControler}
    />
  )
}
