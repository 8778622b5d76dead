import { Bandeau } from '#ui/kit/bandeau'
import { Box, Typography } from '@mui/material'
import { useNavigate, useSearchParams } from '@remix-run/react'
import type { ElementDemande, EmpechementComplement } from '#domain/complement/complement'
import { formatJour, type Jour } from '#domain/temps/jour'
import { LIBELLE_ETAT_DEMANDE, libelleRefusElement } from '#libelles/complement/complement'
import { nomDePiece } from '#libelles/piece/piece'
import { ComplementsAttente, type DemandeMontree, type RelancePossible } from '#ui/complement/complements-attente'
import { ComplementsComposer } from '#ui/complement/complements-composer'
import { ConfirmerActe } from '#ui/courriel/confirmer-acte'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import type { CourrielMontre } from '#ui/courriel/courriel-apercu'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = {
  adresse: string
  version: number
  empechement: EmpechementComplement | null
  attente: (DemandeMontree & { annulable: boolean }) | null
  relance: RelancePossible | null
  historique: DemandeMontree[]
  lignes: (ElementDemande & { cle: string })[]
  limite: { min: Jour; defaut: Jour; max: Jour }
  complet: { courriel: CourrielMontre | null } | null
  peut: boolean
}

/** What is asked of the demandeur: what waits, what could be asked now, and what was. */
export function DossierComplements(props: Props) {
  const { adresse, version, empechement, attente, relance, historique, lignes, limite, complet, peut } = props
  const [params] = useSearchParams()
  const compose = peut && !empechement && (!attente || params.has('composer'))
  return (
    <Box sx={{ display: 'grid', gap: 3, maxWidth: 1200 }}>
      {complet && <DeclarerComplet {...complet} adresse={adresse} version={version} />}
      {attente && <ComplementsAttente {...{ adresse, version, attente, relance, peut }} />}
      {!attente && empechement && <Bandeau severity="info">{libelleRefusElement(empechement)}</Bandeau>}
      {!attente && !peut && !empechement && (
        <Bandeau severity="info">Seuls les instructeurs peuvent demander des compléments.</Bandeau>
      )}
      {compose && (
        <section aria-labelledby="composer">
          <Typography variant="h2" id="composer" sx={{ mb: 1 }}>
            {attente ? 'Compléter ou remplacer la demande' : 'Demander des compléments'}
          </Typography>
          <ComplementsComposer
            key={`${version} ${lignes.map(({ cle }) => cle).join()}`}
            version={version}
            remplace={attente?.id ?? null}
            lignes={lignes}
            limite={limite}
          />
        </section>
      )}
      {historique.length > 0 && (
        <section aria-labelledby="historique">
          <Typography variant="h2" id="historique" sx={{ mb: 1 }}>
            Demandes précédentes
          </Typography>
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {historique.map((complement) => (
              <Passee key={complement.id} complement={complement} />
            ))}
          </Box>
        </section>
      )}
    </Box>
  )
}

function Passee({ complement: { etat, du, limite, leveeLe, elements, par } }: { complement: DemandeMontree }) {
  return (
    <Box component="li" sx={{ borderBottom: 1, borderColor: 'divider', py: 1, fontSize: '0.875rem' }}>
      <strong>{LIBELLE_ETAT_DEMANDE[etat]}</strong> · demandé le {formatJour(du)} par {par.prenom} {par.nom}, limite le{' '}
      {formatJour(limite)}
      {etat === 'LEVEE' && leveeLe && `, reçu le ${formatJour(leveeLe)}`}
      <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {elements.map(({ code, constat }) => `${code ? nomDePiece(code) : 'Formulaire'} – ${constat}`).join('\u00a0; ')}
      </Box>
    </Box>
  )
}

/** The last look before a dossier is said complete: the mail that tells it. */
function DeclarerComplet({
  adresse,
  version,
  courriel,
}: {
  adresse: string
  version: number
  courriel: CourrielMontre | null
}) {
  const navigate = useNavigate()
  const envoi = useEnvoi<Reponse>({ nom: 'instruction', objet: `${adresse}/complements` })
  const busy = envoi.state !== 'idle'
  return (
    <Formulaire envoi={envoi} action={`${adresse}/complements/suite`} id="declarer-complet">
      <input type="hidden" name="version" value={version} />
      <ConfirmerActe
        titre="Déclarer ce dossier complet"
        courriel={courriel}
        sansCourriel={'Ce dossier n’a pas d’adresse mail\u00a0: aucun courriel ne partira.'}
        formulaire="declarer-complet"
        fait="declarerComplet"
        intent="declarerComplet"
        verbe="Déclarer complet"
        busy={busy}
        fermer={() => navigate(`${adresse}/complements`, { replace: true })}
      >
        <Typography>
          Toutes les pièces demandées sont conformes. L’instruction pourra commencer et le demandeur sera prévenu.
        </Typography>
      </ConfirmerActe>
    </Formulaire>
  )
}
