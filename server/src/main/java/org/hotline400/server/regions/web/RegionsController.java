package org.hotline400.server.regions.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.regions.Accuracy;
import org.hotline400.server.regions.AccuracyReport;
import org.hotline400.server.regions.Place;
import org.hotline400.server.regions.Province;
import org.hotline400.server.regions.RegionTable;
import org.hotline400.server.regions.internal.LiveRegions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Provinces and cities for whoever has a key; what the platform takes a number for; for the operator, how
/// right it is.
@RestController
@RequestMapping("/api/v1/regions")
@Tag(name = "regions")
class RegionsController {
    private static final Scope READ = Scope.read("regions");
    private static final int LONGEST_NUMBER = 64;

    private final LiveRegions regions;

    RegionsController(LiveRegions regions) {
        this.regions = regions;
    }

    record CityBody(String adcode, String name, String formal, String areaCode) {
        static CityBody of(Place place) {
            return new CityBody(place.adcode(), place.city(), place.formal(), place.areaCode());
        }
    }

    record ProvinceBody(String adcode, String name, String formal, List<CityBody> cities) {
        static ProvinceBody of(Province province) {
            return new ProvinceBody(
                    province.place().adcode(),
                    province.name(),
                    province.formal(),
                    province.cities().stream().map(CityBody::of).toList());
        }
    }

    record ProvinceList(List<ProvinceBody> items) {}

    /// @param number as the platform writes it; empty when withheld
    /// @param source who said so: `override`, `segments`, `library`, `area-code`, `none`
    /// @param override the prefix of the override that applies; empty when none does
    /// @param virtualCarrier whether the number is a virtual operator's (转售)
    record LookUpBody(
            String number, String kind, RegionBody region, String source, String override, boolean virtualCarrier) {}

    @GetMapping
    @Operation(summary = "Lists the provinces and their cities with codes and area codes")
    ProvinceList list(Caller caller) {
        return new ProvinceList(
                RegionTable.own().provinces().stream().map(ProvinceBody::of).toList());
    }

    @GetMapping("/lookup")
    @Operation(summary = "Tells what a calling number is taken for: its form, its region, and who says so")
    LookUpBody lookUp(Caller caller, @RequestParam String number, @RequestParam(defaultValue = "") String areaCode) {
        caller.require(READ);
        var checks = new Checks();
        if (number.length() > LONGEST_NUMBER) {
            checks.add("number", "too-long", "has at most " + LONGEST_NUMBER + " characters");
        }
        if (!areaCode.isEmpty() && RegionTable.own().byAreaCode(areaCode).isEmpty()) {
            checks.add("areaCode", "regions.area-code", "is no area code; it is the trunk's, such as 010");
        }
        checks.done();
        var read = CallerNumber.of(number, areaCode);
        var located = regions.index().locate(read);
        return new LookUpBody(
                read.normalised(),
                read.kind().code(),
                RegionBody.of(located.region()),
                located.source().code(),
                located.override(),
                located.carrier().isVirtual());
    }

    @PostMapping(path = "/accuracy", consumes = "text/csv")
    @Operation(summary = "Compares the look-up with a sample: CSV of number, province, city; for the operator")
    AccuracyReport accuracy(Caller caller, InputStream sample) throws IOException {
        caller.requireOperator(READ);
        return Accuracy.of(sample, regions.index());
    }
}
