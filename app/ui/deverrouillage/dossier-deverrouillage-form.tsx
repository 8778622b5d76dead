import { Box, Button, Typography } from '@mui/material'
import { useLocation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { type Parties, SECTIONS } from '#domain/dossier/deverrouillage'
import { formatJour, type Jour, jourDeParis } from '#domain/temps/jour'
import { partiesOuvertes } from '#libelles/deverrouillage'
import { LIBELLE_SECTION } from '#libelles/dossier/dossier'
import { ConfirmerActe } from '#ui/courriel/confirmer-acte'
import type { CourrielMontre } from '#ui/courriel/courriel-apercu'
import { erreurDe, FormErreur, type Reponse, useFoyerDuRefus } from '#ui/kit/formulaire/form-erreur'
import { Coche, Coches } from '#ui/kit/formulaire/coche'
import { ChampDate } from '#ui/kit/date/champ-date'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { PartiesPrecises } from '#ui/deverrouillage/parties-precises'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

const FORMULAIRE = 'deverrouillage'

type Apercu = { deverrouillage: Parties & { echeance: Date }; courriel: CourrielMontre | null }

/** What is reopened, why and until when; then the mail that says it, before it leaves. */
export function DossierDeverrouillageForm({
  version,
  echeance,
  pieces,
}: {
  version: number
  /** Codes of the pièces asked of this dossier. */
  pieces: string[]
  echeance: { min: Jour; defaut: Jour; max: Jour }
}) {
  const envoi = useEnvoi<Reponse<{ apercu: Apercu }>>({ nom: 'deverrouillage', objet: useLocation().pathname })
  const [vu, setVu] = useState<Apercu | null>(null)
  useEffect(() => setVu(envoi.data?.apercu ?? null), [envoi.data])
  const form = useFoyerDuRefus(envoi.data)
  const erreur = (champ: string) => {
    const phrase = erreurDe(envoi.data, champ)
    return { error: Boolean(phrase), helperText: phrase }
  }
  const busy = envoi.state !== 'idle'
  return (
    <Formulaire envoi={envoi} id={FORMULAIRE} ref={form}>
      <input type="hidden" name="version" value={version} />
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 640 }}>
        <FormErreur reponse={envoi.data} champs={['sections', 'motif', 'echeance']} />
        <Coches titre="Parties que le demandeur pourra modifier" refus={erreur('sections').helperText}>
          {SECTIONS.map((section) => (
            <Coche key={section} name="sections" value={section} label={LIBELLE_SECTION[section]} />
          ))}
        </Coches>
        <PartiesPrecises pieces={pieces} />
        <ChampTexte name="motif" label="Pourquoi (le demandeur le lira)" multiline minRows={3} {...erreur('motif')} />
        <ChampDate
          name="echeance"
          label="Jusqu’au (inclus)"
          defaultValue={echeance.defaut}
          error={erreur('echeance').error}
          helperText={
            erreur('echeance').helperText ??
            `Du ${formatJour(echeance.min)} au ${formatJour(echeance.max)}, selon les réglages de la campagne.`
          }
          min={echeance.min}
          max={echeance.max}
          sx={{ maxWidth: 320 }}
        />
        <Box>
          <Button type="submit" name="intent" value="apercu" variant="contained">
            Voir le courriel avant d’ouvrir
          </Button>
        </Box>
      </Box>
      {vu && (
        <ConfirmerActe
          titre="Ouvrir ce dossier à modification"
          courriel={vu.courriel}
          sansCourriel={
            'Ce dossier n’a pas d’adresse mail\u00a0: aucun courriel ne partira. Prévenez le demandeur par téléphone.'
          }
          depart="Ce courriel partira cinq minutes après"
          formulaire={FORMULAIRE}
          fait="deverrouiller"
          intent="ouvrir"
          verbe={`Ouvrir jusqu’au ${formatJour(jourDeParis(vu.deverrouillage.echeance))}`}
          busy={busy}
          fermer={() => setVu(null)}
        >
          <Typography>
            Le demandeur pourra modifier{'\u00a0'}: {partiesOuvertes(vu.deverrouillage).join(', ')}. Pendant ce temps,
            le dossier ne peut être ni déclaré complet ni décidé. Sa date de dépôt ne change pas.
          </Typography>
        </ConfirmerActe>
      )}
    </Formulaire>
  )
}
