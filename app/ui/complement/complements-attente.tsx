import { Retour } from '#ui/kit/acte/retour'
import { Bandeau } from '#ui/kit/bandeau'
import { Box, Button, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import { useState } from 'react'
import { accorder } from '#domain/nombre'
import type { ElementSuivi, EtatDemandeComplement } from '#domain/complement/demande-complement'
import type { RefusRelance } from '#domain/complement/relance'
import { formatJour, type Jour } from '#domain/temps/jour'
import { LIBELLE_ETAT_DEMANDE, libelleRefusRelance } from '#libelles/complement/complement'
import { nomDePiece } from '#libelles/piece/piece'
import { formatInstant } from '#libelles/temps'
import { ConfirmerActe } from '#ui/courriel/confirmer-acte'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import type { CourrielMontre } from '#ui/courriel/courriel-apercu'
import { ChampDate } from '#ui/kit/date/champ-date'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

export type DemandeMontree = {
  id: string
  etat: EtatDemandeComplement
  du: Jour
  limite: Jour
  leveeLe: Jour | null
  elements: ElementSuivi[]
  relancesLe: Date[]
  creeLe: Date
  par: { prenom: string; nom: string }
}

export type RelancePossible = { refus: RefusRelance } | { refus: null; courriel: CourrielMontre }

type Props = {
  adresse: string
  version: number
  attente: DemandeMontree & { annulable: boolean }
  relance: RelancePossible | null
  peut: boolean
}

/** The request that awaits an answer: what came, what is awaited, until when, and what can be done of it. */
export function ComplementsAttente({ adresse, version, attente, relance, peut }: Props) {
  const { etat, du, limite, elements, relancesLe, annulable, par } = attente
  const [vu, setVu] = useState(false)
  const envoi = useEnvoi<Reponse>({ nom: 'suiteComplements', objet: adresse })
  const busy = envoi.state !== 'idle'
  const recus = elements.filter(({ recuLe }) => recuLe).length
  return (
    <section aria-labelledby="attente">
      <Typography variant="h2" id="attente" sx={{ mb: 1 }}>
        {LIBELLE_ETAT_DEMANDE[etat]}
      </Typography>
      <Bandeau severity={etat === 'DEPASSEE' ? 'error' : 'info'} marges="mb1">
        {recus} sur {elements.length} {accorder(recus, 'reçu')}. Demandé par {par.prenom} {par.nom} le {formatJour(du)},
        à recevoir au plus tard le <strong>{formatJour(limite)}</strong>.
        {relancesLe.length > 0 && ` Relancé le ${relancesLe.map((le) => formatInstant(le)).join(', le ')}.`}
        {annulable && ' Le courriel n’est pas encore parti.'}
      </Bandeau>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {elements.map((element, rang) => (
          <Element key={`${rang} ${element.constat}`} {...{ element, rang, adresse, version, peut, du }} />
        ))}
      </Box>
      {peut && (
        <Formulaire envoi={envoi} action={`${adresse}/complements/suite`} id="suite-complements">
          <input type="hidden" name="version" value={version} />
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', my: 1.5 }}>
            {annulable && (
              <Button type="submit" name="intent" value="annuler" variant="outlined" disabled={busy}>
                Annuler la demande
              </Button>
            )}
            {relance && (
              <Button variant="outlined" disabled={relance.refus !== null} onClick={() => setVu(true)}>
                Relancer
              </Button>
            )}
            <Button component={Link} to={`${adresse}/complements?composer=1`} preventScrollReset>
              Compléter ou remplacer la demande
            </Button>
            {relance?.refus && (
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {libelleRefusRelance(relance.refus)}
              </Typography>
            )}
          </Box>
          {vu && relance?.refus === null && (
            <ConfirmerActe
              titre="Relancer le demandeur"
              courriel={relance.courriel}
              sansCourriel=""
              formulaire="suite-complements"
              fait="relancer"
              intent="relancer"
              verbe="Relancer maintenant"
              busy={busy}
              fermer={() => setVu(false)}
            >
              <Typography>Le délai ne change pas{'\u00a0'}: la relance rappelle ce qui reste attendu.</Typography>
            </ConfirmerActe>
          )}
        </Formulaire>
      )}
    </section>
  )
}

type PropsElement = { element: ElementSuivi; rang: number; adresse: string; version: number; peut: boolean; du: Jour }

function Element({ element: { code, constat, aFaire, recuLe }, rang, adresse, version, peut, du }: PropsElement) {
  const nom = code ? nomDePiece(code) : 'Formulaire de demande'
  return (
    <Box component="li" sx={{ borderBottom: 1, borderColor: 'divider', py: 1, overflowWrap: 'anywhere' }}>
      <strong>{nom}</strong> – {constat} → {aFaire}
      <Box sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>
        {recuLe ? `Reçu le ${formatJour(recuLe)}` : 'Attendu'}
      </Box>
      {!recuLe && peut && <RecuAutrement {...{ nom, rang, adresse, version, du }} />}
    </Box>
  )
}

/** An element that came by mail or by post, and not as a pièce of e-partenaire. */
function RecuAutrement({ nom, rang, adresse, version, du }: Omit<PropsElement, 'element' | 'peut'> & { nom: string }) {
  const [ouvert, setOuvert] = useState(false)
  const envoi = useEnvoi<Reponse>({ nom: 'elementRecu', objet: `${adresse}/${rang}` })
  if (!ouvert)
    return (
      <Button
        size="small"
        onClick={() => setOuvert(true)}
        sx={{ ml: -0.5 }}
        aria-label={`Reçu autrement\u00a0: ${nom}`}
      >
        Reçu autrement
      </Button>
    )
  return (
    <Formulaire envoi={envoi} action={`${adresse}/complements/suite`}>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="rang" value={rang} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        <ChampDate name="recuLe" label={`Reçu le – ${nom}`} required min={du} sx={{ maxWidth: 320 }} />
        <Button type="submit" name="intent" value="recevoir" size="small" variant="outlined">
          Noter la réception
        </Button>
        <Button size="small" onClick={() => setOuvert(false)}>
          Laisser attendu
        </Button>
      </Box>
      <Retour de="recevoirElement" />
    </Formulaire>
  )
}
