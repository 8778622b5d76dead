import { useLoaderData, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { hasDroit } from '#domain/acces/droits'
import { empechementControle } from '#domain/dossier/instruction'
import { CODES_PIECE, VERDICTS } from '#domain/piece/piece'
import { libelleRefusPiece } from '#libelles/dossier/instruction-dossier'
import { pourquoi } from '#libelles/piece/piece'
import { LIBELLE_REFUS_SIGNALEMENT } from '#libelles/piece/signalement'
import { exigencesDossier } from '#queries/dossier/exigences-dossier'
import { piecesDossier } from '#queries/piece/pieces-dossier'
import { DossierExigences } from '#ui/dossier/dossier-exigences'
import { PiecesDossier } from '#ui/piece/piece-dossier'
import { annulerControle } from '#usecases/piece/annuler-controle'
import { controlerPiece } from '#usecases/piece/controler-piece'
import { dispenserPiece } from '#usecases/piece/dispenser-piece'
import { ecarterSignalement } from '#usecases/piece/ecarter-signalement'
import { reconnaitrePiece } from '#usecases/piece/reconnaitre-piece'
import { agentAction, agentLoader } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'
import { sansVersion } from '#web/vue'

export const loader = agentLoader(
  { droit: 'piece.lire', params: { dossier: dossierDuNumero } },
  async ({ agent, deps, now, params }) => {
    const { id, adresse } = params.dossier
    const [pieces, exigences] = await Promise.all([piecesDossier(deps.db, id, now), exigencesDossier(deps.db, id)])
    const ouvert = empechementControle(pieces.etat) === null
    const peutControler = ouvert && hasDroit(agent, 'dossier.instruire')
    const peutAppliquer = ouvert && hasDroit(agent, 'campagne.regler')
    return { adresse, pieces, exigences, peutControler, peutAppliquer, pourquoi: pourquoi(pieces.completude) }
  },
)

const Visee = z.object({ pieceId: z.uuid(), versionPiece: z.coerce.number().int().min(0) })
const SansDepot = z.object({ code: z.enum(CODES_PIECE) })

const JAMAIS_DEPOSEE = 'No row holds the pièce on the screen: one that somebody made since is a conflict.'

const Verdict = z.object({
  intent: z.literal('controler'),
  controle: z.enum(VERDICTS),
  motif: z.string().max(60).optional(),
  precision: z.string().max(1000, 'Raccourcissez la précision\u00a0: 1000 caractères au plus.').optional(),
})
const Dispense = z.object({ intent: z.literal('dispenser'), detenueId: z.uuid() })

const PieceForm = z.union([
  Verdict.extend(Visee.shape),
  sansVersion(JAMAIS_DEPOSEE, Verdict.extend(SansDepot.shape)),
  Dispense.extend(Visee.shape),
  sansVersion(JAMAIS_DEPOSEE, Dispense.extend(SansDepot.shape)),
  z.object({ intent: z.literal('reconnaitre'), reconnue: z.enum(CODES_PIECE) }).extend(Visee.shape),
  z.object({ intent: z.literal('annuler') }).extend(Visee.shape),
  z.object({ intent: z.enum(['ecarter', 'retablir']), versionId: z.uuid(), probleme: z.string().max(60) }),
])

/** The pièce as the verdict left it: what the next act on it, or its annulment, is aimed at. */
const faite = ({ pieceId, versionPiece }: { pieceId: string; versionPiece: number }) => ({
  pieceId,
  version: versionPiece,
})

export const action = agentAction(
  { params: { dossier: dossierDuNumero }, form: PieceForm },
  async ({ agent, deps, params, form, refuser }) => {
    const dossierId = params.dossier.id
    switch (form.intent) {
      case 'controler': {
        const answer = await controlerPiece(deps, agent, { dossierId, ...form })
        return answer.ok ? faite(answer.value.vue) : refuser(libelleRefusPiece(answer.reason))
      }
      case 'annuler': {
        const answer = await annulerControle(deps, agent, { dossierId, ...form })
        return answer.ok
          ? { fait: 'Contrôle annulé\u00a0: la pièce est comme avant.' }
          : refuser(libelleRefusPiece(answer.reason))
      }
      case 'reconnaitre': {
        const answer = await reconnaitrePiece(deps, agent, { dossierId, ...form, code: form.reconnue })
        return answer.ok ? {} : refuser(libelleRefusPiece(answer.reason))
      }
      case 'dispenser': {
        const answer = await dispenserPiece(deps, agent, { dossierId, ...form })
        return answer.ok ? faite(answer.value.vue) : refuser(LIBELLE_REFUS_SIGNALEMENT[answer.reason])
      }
      case 'ecarter':
      case 'retablir': {
        const answer = await ecarterSignalement(deps, agent, { dossierId, ...form, ecarte: form.intent === 'ecarter' })
        return answer.ok ? {} : refuser(LIBELLE_REFUS_SIGNALEMENT[answer.reason])
      }
    }
  },
)

export default function Pieces() {
  const { adresse, pieces, exigences, peutControler, peutAppliquer, pourquoi: phrase } = useLoaderData<typeof loader>()
  const [params] = useSearchParams()
  return (
    <PiecesDossier
      adresse={adresse}
      lignes={pieces.lignes}
      completude={{ complet: pieces.completude.complet, phrase }}
      choisie={params.get('piece')}
      version={params.get('version')}
      page={params.get('page')}
      retenus={pieces.retenus}
      peutControler={peutControler}
    >
      <DossierExigences {...exigences} adresse={adresse} peutAppliquer={peutAppliquer} peutDire={peutControler} />
    </PiecesDossier>
  )
}
