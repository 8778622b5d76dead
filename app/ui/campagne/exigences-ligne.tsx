import { Bandeau } from '#ui/kit/bandeau'
import { Box, Button, Checkbox, FormControlLabel, Typography } from '@mui/material'
import { Link, useLocation } from '@remix-run/react'
import { SINON } from '#domain/campagne/exigence'
import { saisirCondition, TERMES, TERMES_MAX } from '#domain/campagne/saisie-condition'
import { type CodePiece, MOTIFS_NON_CONFORMITE } from '#domain/piece/piece'
import { REGLES_OUI_NON, type ReglesValidite } from '#domain/piece/regles-validite'
import { type Genre, GENRES } from '#domain/structure/genre'
import { LIBELLE_REGLE, LIBELLE_SINON, LIBELLE_TERME, phraseCondition } from '#libelles/campagne/exigence'
import { LIBELLE_MOTIF_CONTROLE, nomDePiece } from '#libelles/piece/piece'
import { LIBELLE_GENRE } from '#libelles/structure'
import type { LigneExigences } from '#ui/campagne/exigences-matrice'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampDate } from '#ui/kit/date/champ-date'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = {
  genre: Genre
  code: CodePiece
  ligne: LigneExigences | null
  regles: ReglesValidite
  motifs: string[]
  version: number | null
  reponse: Reponse | null | undefined
}

const GRILLE = { display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } } as const

/** One line of what is asked, to be changed: how, in which case, what is looked at, and why it may be refused. */
export function ExigencesLigne({ genre, code, ligne, regles, motifs, version, reponse }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'exigence', objet: `${useLocation().pathname}/${genre}/${code}` })
  const busy = envoi.state !== 'idle'
  const cas = ligne?.condition ?? null
  const saisie = saisirCondition(cas?.quand ?? null)
  return (
    <Box
      component="section"
      id="ligne"
      aria-label="Modifier la ligne"
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 2, mb: 3 }}
    >
      <Typography variant="h2" sx={{ fontSize: '1.125rem', mb: 1.5 }}>
        {nomDePiece(code)}
      </Typography>
      <FormErreur reponse={envoi.data ?? reponse} />
      <Formulaire envoi={envoi} key={`${genre}/${code}/${version}`}>
        <input type="hidden" name="intent" value="modifier" />
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="version" value={version ?? ''} />
        <Groupe titre="Pour">
          {GENRES.map((un) => (
            <Case key={un} nom="genres" valeur={un} coche={un === genre} texte={LIBELLE_GENRE[un]} />
          ))}
        </Groupe>
        <Box sx={{ ...GRILLE, mb: 2 }}>
          <Liste nom="exigence" libelle="La pièce est" valeur={ligne?.exigence ?? 'NON_DEMANDEE'} />
          <Liste
            nom="sinon"
            libelle="Sinon (quand la condition n’est pas remplie)"
            valeur={cas?.sinon ?? 'NON_DEMANDEE'}
          />
        </Box>
        <Typography component="h3" sx={{ fontWeight: 600, mb: 1 }}>
          Condition
        </Typography>
        {saisie ? (
          <Box sx={{ display: 'grid', gap: 1.5, mb: 2 }}>
            {Array.from({ length: TERMES_MAX }, (_, i) => (
              <Box key={i} sx={GRILLE}>
                <ChampChoix
                  name="terme"
                  label={i === 0 ? 'Seulement si' : 'et / ou si'}
                  defaultValue={saisie.termes[i]?.terme ?? ''}
                >
                  <option value="">{i === 0 ? 'toujours' : '–'}</option>
                  {TERMES.map((terme) => (
                    <option key={terme} value={terme}>
                      {LIBELLE_TERME[terme]}
                    </option>
                  ))}
                </ChampChoix>
                <ChampTexte
                  name="valeur"
                  label="Valeur"
                  defaultValue={saisie.termes[i]?.valeur ?? ''}
                  helperText={i === 0 ? 'À remplir pour un montant, un nombre, des pays ou des mois.' : undefined}
                />
              </Box>
            ))}
            <ChampChoix
              name="liaison"
              label="Plusieurs conditions"
              defaultValue={saisie.liaison}
              sx={{ maxWidth: 320 }}
            >
              <option value="ET">toutes remplies</option>
              <option value="OU">l’une au moins remplie</option>
            </ChampChoix>
          </Box>
        ) : (
          <>
            <input type="hidden" name="conserver" value="oui" />
            <Bandeau
              severity="info"
              marges="mb2"
            >{`Condition conservée\u00a0: ${cas ? phraseCondition(cas.quand) : ''}.`}</Bandeau>
          </>
        )}
        <Groupe titre="Ce qui est vérifié dans le fichier">
          {REGLES_OUI_NON.map((regle) => (
            <Case key={regle} nom="regles" valeur={regle} coche={regles[regle]} texte={LIBELLE_REGLE[regle]} />
          ))}
        </Groupe>
        <Box sx={{ ...GRILLE, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr 1fr' }, mb: 2 }}>
          <ChampChoix
            name="anneeDansTexte"
            label={LIBELLE_REGLE.anneeDansTexte}
            defaultValue={regles.anneeDansTexte ?? ''}
          >
            <option value="">aucune</option>
            <option value="N">celle de la campagne</option>
            <option value="N-1">la précédente</option>
          </ChampChoix>
          <ChampTexte
            name="ancienneteMaxMois"
            label={LIBELLE_REGLE.ancienneteMaxMois}
            defaultValue={regles.ancienneteMaxMois ?? ''}
            html={{ inputMode: 'numeric' }}
          />
          <ChampDate
            name="dateAuPlusTot"
            label={LIBELLE_REGLE.dateAuPlusTot}
            defaultValue={regles.dateAuPlusTot ?? ''}
          />
        </Box>
        <Groupe titre="Motifs proposés pour un refus">
          {MOTIFS_NON_CONFORMITE.map((motif) => (
            <Case
              key={motif}
              nom="motifs"
              valeur={motif}
              coche={motifs.includes(motif)}
              texte={LIBELLE_MOTIF_CONTROLE[motif]}
            />
          ))}
        </Groupe>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button type="submit" variant="contained" disabled={busy}>
            Enregistrer dans la version en préparation
          </Button>
          <Button component={Link} to="?">
            Fermer
          </Button>
        </Box>
      </Formulaire>
    </Box>
  )
}

const Groupe = ({ titre, children }: { titre: string; children: React.ReactNode }) => (
  <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, mb: 2 }}>
    <Typography component="legend" sx={{ fontWeight: 600 }}>
      {titre}
    </Typography>
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1 }}>{children}</Box>
  </Box>
)

const Case = ({ nom, valeur, coche, texte }: { nom: string; valeur: string; coche: boolean; texte: string }) => (
  <FormControlLabel
    control={<Checkbox size="small" name={nom} value={valeur} defaultChecked={coche} />}
    label={texte}
  />
)

const Liste = ({ nom, libelle, valeur }: { nom: string; libelle: string; valeur: string }) => (
  <ChampChoix name={nom} label={libelle} defaultValue={valeur}>
    {SINON.map((sinon) => (
      <option key={sinon} value={sinon}>
        {LIBELLE_SINON[sinon]}
      </option>
    ))}
  </ChampChoix>
)
